package vn.daihoi.approval;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The adoptions of the documents by the executive committee (thông qua), apart from the superior's approval. */
@Service
public class Adoptions {

    /**
     * A meeting of the executive committee about the documents.
     *
     * @param congress id of the congress
     * @param number from 1 within its congress
     * @param heldOn the day
     * @param convened members of the committee
     * @param present of them
     * @param minutesNumber number of the minutes
     * @param adopted whether the documents were adopted
     * @param reason why not, null when they were
     * @param versions number of the version of each document that was put before it, by id of the document
     * @param recorded who recorded it and when
     */
    public record Adoption(
            String congress,
            int number,
            java.time.LocalDate heldOn,
            int convened,
            int present,
            String minutesNumber,
            boolean adopted,
            @org.jspecify.annotations.Nullable String reason,
            java.util.Map<String, Integer> versions,
            vn.daihoi.congress.Signed recorded) {}

    /** The meetings about a congress's documents, in their order. */
    public List<Adoption> ofCongress(String congress) {
        throw new UnsupportedOperationException("desk");
    }

    /** The adoption that holds: the last meeting, if it adopted the newest version of every document. */
    public Optional<Adoption> standing(String congress) {
        throw new UnsupportedOperationException("desk");
    }
}
