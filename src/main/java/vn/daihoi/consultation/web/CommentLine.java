package vn.daihoi.consultation.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.Invitee;

/**
 * A comment as the pages of the clusters show it.
 *
 * @param id of the comment
 * @param code "YK-12"
 * @param text the words
 * @param quote words of the clause, empty for none
 * @param place the clause
 * @param facts what is known of it besides, in one line
 */
public record CommentLine(long id, String code, String text, String quote, String place, String facts) {

    /** Who wrote, how it came and when. */
    static CommentLine of(Comment comment, Map<String, String> units, LongFunction<String> places) {
        var unit = comment.unit();
        var facts = Stream.of(
                        comment.type().title(),
                        comment.source().title(),
                        comment.channel().title(),
                        unit == null ? null : units.getOrDefault(unit, unit),
                        comment.area(),
                        VietnamTime.moment(comment.receivedAt()))
                .filter(Objects::nonNull)
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining(" · "));
        return new CommentLine(
                comment.id(), comment.code(), comment.text(), comment.quote(), places.apply(comment.clauseId()), facts);
    }

    /** Names of those asked, by unit. */
    static Map<String, String> names(List<Invitee> invitees) {
        return invitees.stream().collect(Collectors.toMap(Invitee::unit, Invitee::name, (one, same) -> one));
    }

    /** A page number as typed into an address. */
    static int page(@Nullable Integer typed) {
        return typed == null ? 0 : Math.min(Math.max(typed, 0), 20_000);
    }
}
