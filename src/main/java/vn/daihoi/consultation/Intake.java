package vn.daihoi.consultation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.consultation.IntakeStore.Row;
import vn.daihoi.document.text.Search;

/** The one way in for every comment, whatever way it came. */
@Service
public class Intake {

    /** The longest comment, in characters. */
    public static final int TEXT_LENGTH = 4000;

    /** The longest quotation, in characters. */
    public static final int QUOTE_LENGTH = 2000;

    /** The longest name of a neighbourhood, in characters. */
    public static final int AREA_LENGTH = 100;

    /** Whom a visitor of the public page may speak as: only organisations speak for organisations. */
    public static final Set<SourceGroup> PUBLIC_SOURCES = Set.copyOf(EnumSet.of(
            SourceGroup.RESIDENT, SourceGroup.PARTY_MEMBER, SourceGroup.UNION_MEMBER, SourceGroup.ASSOCIATION_MEMBER));

    private static final int ORIGIN_LENGTH = 80;
    private static final int BATCH = 500;

    private final IntakeStore store;
    private final IntakeQueue queue;
    private final RoundTexts texts;
    private final Receipts receipts;
    private final Clock clock;

    Intake(IntakeStore store, IntakeQueue queue, RoundTexts texts, Receipts receipts, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.texts = texts;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** What became of a comment. */
    public sealed interface Received {

        /**
         * It is stored.
         *
         * @param comment its id
         * @param receipt the code by which its author follows it; shown once, kept as a hash
         */
        record Accepted(long comment, String receipt) implements Received {}

        /** The same was sent before and is stored once; its receipt is the one given then. */
        record AlreadyThere(String receipt) implements Received {}

        /**
         * It is not stored.
         *
         * @param field the input at fault: "text", "quote", "clause", "type", "source", "area"; "round" when the round
         *     takes no comments this way now
         * @param message a Vietnamese sentence naming the field
         */
        record Refused(String field, String message) implements Received {}

        /** Nothing could be stored just now; the author is told to keep the text and to try again. */
        record Busy() implements Received {}
    }

    /**
     * Takes one comment; the receipt follows from round and origin, so that sending it twice gives the same. Runs a
     * transaction of its own, also within one of the caller.
     */
    public Received receive(Round round, NewComment comment) {
        var clean = clean(comment);
        var faults = new ArrayList<Received.Refused>();
        var words = check(round, clean, faults);
        if (!faults.isEmpty()) {
            return faults.get(0);
        }
        var receipt = receipts.of(round.id(), words.origin());
        var row = new Row(round.id(), words, Receipts.hash(receipt), clock.instant());
        var outcome = queue.store(row);
        if (outcome instanceof IntakeQueue.Outcome.Stored stored) {
            return new Received.Accepted(stored.id(), receipt);
        }
        if (outcome instanceof IntakeQueue.Outcome.There) {
            return new Received.AlreadyThere(receipt);
        }
        return outcome instanceof IntakeQueue.Outcome.Closed ? closed() : new Received.Busy();
    }

    /**
     * What is wrong with a comment as it stands, before anything is stored; empty when nothing is.
     *
     * @return Vietnamese sentences naming the field
     */
    public List<String> faults(Round round, NewComment comment) {
        return refusals(round, comment).stream().map(Received.Refused::message).toList();
    }

    /** The same with the inputs at fault. */
    List<Received.Refused> refusals(Round round, NewComment comment) {
        var faults = new ArrayList<Received.Refused>();
        check(round, clean(comment), faults);
        return List.copyOf(faults);
    }

    /**
     * Takes the comments of a conference or a letter, all of which {@link #faults} found good, in the caller's transaction.
     *
     * @return how many were new; one with an origin already there adds nothing
     */
    @Transactional
    public int receiveAll(Round round, List<NewComment> comments) {
        var now = clock.instant();
        var rows = new ArrayList<Row>();
        for (var comment : comments) {
            var faults = new ArrayList<Received.Refused>();
            var words = check(round, clean(comment), faults);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("A comment with a fault: " + faults);
            }
            rows.add(new Row(round.id(), words, null, now));
        }
        int added = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            added += store.insert(rows.subList(from, Math.min(rows.size(), from + BATCH)))
                    .size();
        }
        return added;
    }

    private static NewComment clean(NewComment comment) {
        var origin = comment.origin();
        if (origin.isBlank() || origin.length() > ORIGIN_LENGTH) {
            throw new IllegalArgumentException("An origin of " + origin.length() + " characters");
        }
        var area = comment.area() == null ? "" : CleanText.line(comment.area());
        return new NewComment(
                comment.source(),
                comment.channel(),
                comment.unit(),
                area.isEmpty() ? null : area,
                comment.clauseId(),
                CleanText.line(comment.quote()),
                comment.type(),
                CleanText.lines(comment.text()),
                origin,
                comment.enteredBy());
    }

    /** The comment with the words of the draft for its quotation; notes what is wrong with it. */
    private NewComment check(Round round, NewComment comment, List<Received.Refused> faults) {
        if (!takes(round, comment.channel())) {
            faults.add(closed());
            return comment;
        }
        // a letter is owed an answer whoever wrote it, the superior committee for instance, which no plan asks
        if (comment.channel() != Channel.WRITTEN && !round.sources().contains(comment.source())
                || comment.channel() == Channel.PUBLIC_PAGE && !PUBLIC_SOURCES.contains(comment.source())) {
            faults.add(new Received.Refused(
                    "source",
                    "“Người góp ý” không thể là “" + comment.source().title() + "” trong vòng lấy ý kiến này."));
        }
        boolean known = comment.clauseId() == 0
                || texts.clause(round, comment.clauseId()).isPresent();
        if (!known) {
            faults.add(new Received.Refused("clause", "“Vị trí” không có trong dự thảo đang lấy ý kiến."));
        }
        if (Search.normal(comment.text()).isEmpty()) {
            faults.add(new Received.Refused("text", "“Nội dung góp ý” không được để trống."));
        } else if (comment.text().length() > TEXT_LENGTH) {
            faults.add(new Received.Refused("text", "“Nội dung góp ý” dài quá " + TEXT_LENGTH + " ký tự."));
        }
        if (comment.area() != null && comment.area().length() > AREA_LENGTH) {
            faults.add(new Received.Refused("area", "“Khu phố, tổ dân phố” dài quá " + AREA_LENGTH + " ký tự."));
        }
        if (comment.quote().length() > QUOTE_LENGTH) {
            faults.add(new Received.Refused("quote", "“Trích dẫn” dài quá " + QUOTE_LENGTH + " ký tự."));
            return comment;
        }
        return known ? quoting(round, comment, faults) : comment;
    }

    /** A quotation that isn't in the draft would put words into its mouth; nor is it dropped behind the author's back. */
    private NewComment quoting(Round round, NewComment comment, List<Received.Refused> faults) {
        if (Search.normal(comment.quote()).isEmpty()) {
            return with(comment, "");
        }
        var quoted = texts.quoted(round, comment.clauseId(), comment.quote());
        if (quoted.isEmpty()) {
            faults.add(new Received.Refused(
                    "quote",
                    "“Trích dẫn” không có trong đoạn đã chọn của dự thảo. Hãy chép đúng chữ của đoạn, hoặc để trống."));
            return comment;
        }
        var words = CleanText.line(quoted.get());
        // with its punctuation it may be longer than what was typed
        return words.length() <= QUOTE_LENGTH ? with(comment, words) : comment;
    }

    private static NewComment with(NewComment comment, String quote) {
        return new NewComment(
                comment.source(),
                comment.channel(),
                comment.unit(),
                comment.area(),
                comment.clauseId(),
                quote,
                comment.type(),
                comment.text(),
                comment.origin(),
                comment.enteredBy());
    }

    private boolean takes(Round round, Channel channel) {
        return channel == Channel.PUBLIC_PAGE
                ? round.openToPublic(clock.instant())
                : round.status() == RoundStatus.OPEN && round.channels().contains(channel);
    }

    private static Received.Refused closed() {
        return new Received.Refused("round", "Vòng lấy ý kiến này không còn nhận góp ý theo cách này.");
    }
}
