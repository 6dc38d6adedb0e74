package vn.daihoi.review;

import java.util.List;
import org.springframework.stereotype.Service;

/** What the members of a working group think of the drafts. Insert only; an author may take an opinion back. */
@Service
public class Opinions {

    /** The opinions of a session that stand, in the order of documents and clauses. */
    public List<Opinion> ofSession(String session) {
        throw new UnsupportedOperationException("session");
    }
}
