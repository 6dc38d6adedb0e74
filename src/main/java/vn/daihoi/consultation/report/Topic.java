package vn.daihoi.consultation.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Disposition;

/**
 * What some comments say and what they are answered: one line of the reports.
 *
 * @param cluster id of the cluster
 * @param clauseId the clause it is about, 0 for the draft as a whole
 * @param size how many comments say it
 * @param speakers who says it, by unit or group; never a person
 * @param type what the comment that stands for it wants
 * @param gist the beginning of that comment on one line
 * @param words the whole of it
 * @param quote the words of the draft it quotes, empty for none
 * @param contested whether it needs to be talked over
 * @param proposed what the editors propose, null before
 * @param answer the decision, else the proposal, null before both
 * @param shownAt clauses of the next version that carry it out, as confirmed
 */
public record Topic(
        long cluster,
        long clauseId,
        int size,
        List<Speaker> speakers,
        CommentType type,
        String gist,
        String words,
        String quote,
        boolean contested,
        @Nullable Disposition proposed,
        @Nullable Answer answer,
        List<Long> shownAt) {

    /** Keeps its own copies. */
    public Topic {
        speakers = List.copyOf(speakers);
        shownAt = List.copyOf(shownAt);
    }

    /**
     * A unit, or a group of people of no unit.
     *
     * @param name "Chi bộ số 1", "Nhân dân"
     * @param comments how many of the comments are theirs
     */
    public record Speaker(String name, int comments) {}

    /**
     * What it is answered.
     *
     * @param disposition what is done
     * @param reason why; may be empty
     * @param decided whether the committee decided so; else the editors propose it
     */
    public record Answer(Disposition disposition, String reason, boolean decided) {

        /** "Tiếp thu toàn bộ", or "Đề xuất: Tiếp thu toàn bộ". */
        public String title() {
            return decided ? disposition.title() : "Đề xuất: " + disposition.title();
        }
    }

    /** Whether the committee decided otherwise than was proposed. */
    public boolean overruled() {
        return answer != null && answer.decided() && proposed != null && proposed != answer.disposition();
    }

    /** "Chi bộ số 1 (3 ý kiến), Nhân dân (1 ý kiến)". */
    public String spokenBy() {
        return speakers.stream()
                .map(speaker -> speaker.name() + " (" + Words.comments(speaker.comments()) + ")")
                .collect(Collectors.joining(", "));
    }
}
