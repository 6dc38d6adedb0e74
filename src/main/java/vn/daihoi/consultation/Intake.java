package vn.daihoi.consultation;

import java.util.List;
import org.springframework.stereotype.Service;

/** The one way in for every comment, whatever way it came. */
@Service
public class Intake {

    /** The longest comment, in characters. */
    public static final int TEXT_LENGTH = 4000;

    /** The longest quotation, in characters. */
    public static final int QUOTE_LENGTH = 2000;

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
         * @param field the input at fault: "text", "quote", "clause", "type", "source", "area"
         * @param message a Vietnamese sentence naming the field
         */
        record Refused(String field, String message) implements Received {}

        /** Nothing could be stored just now; the author is told to keep the text and to try again. */
        record Busy() implements Received {}
    }

    /** Takes one comment; the receipt follows from round and origin, so that sending it twice gives the same. */
    public Received receive(Round round, NewComment comment) {
        throw new UnsupportedOperationException(round.id() + comment.origin());
    }

    /**
     * What is wrong with a comment as it stands, before anything is stored; empty when nothing is.
     *
     * @return Vietnamese sentences naming the field
     */
    public List<String> faults(Round round, NewComment comment) {
        throw new UnsupportedOperationException(round.id() + comment.origin());
    }

    /**
     * Takes the comments of a conference or a letter, all of which {@link #faults} found good, in the caller's transaction.
     *
     * @return how many were new; one with an origin already there adds nothing
     */
    public int receiveAll(Round round, List<NewComment> comments) {
        throw new UnsupportedOperationException(round.id() + comments.size());
    }
}
