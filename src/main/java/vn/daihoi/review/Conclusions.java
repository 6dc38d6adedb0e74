package vn.daihoi.review;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the heads of working groups conclude: written, signed by both sides, issued. Only the head concludes. */
@Service
public class Conclusions {

    /** The conclusion of a session; empty before anybody began to write it. */
    public Optional<Conclusion> find(String session) {
        throw new UnsupportedOperationException("conclusion");
    }

    /**
     * Issues the notice of a conclusion both sides have signed: its number, a round of answers for each document spoken
     * of, a follow-up for each item with an owner. Safe to repeat.
     */
    @Transactional
    public void issue(String session) {
        throw new UnsupportedOperationException("conclusion");
    }

    /** The issued notice as a Word file. */
    public byte[] word(String session) {
        throw new UnsupportedOperationException("conclusion");
    }
}
