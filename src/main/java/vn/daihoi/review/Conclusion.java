package vn.daihoi.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;
import vn.daihoi.organisation.Role;

/**
 * What the head of a working group concludes of a session.
 *
 * @param session id of the session
 * @param assessment 1. general assessment
 * @param items 2.–6., in their order
 * @param resubmitBy 7. by when the ward hands in again, null for no day
 * @param concluded who concluded and when, null while it is being written
 * @param signedForGroup who signed for the working group, null before
 * @param signedForWard who signed for the ward, null before
 * @param returnReason why the ward didn't sign, null when it did or hasn't decided
 * @param number "03-TB/TCT", null before it is issued
 * @param issuedOn the day it was issued, null before
 */
public record Conclusion(
        String session,
        String assessment,
        List<Item> items,
        @Nullable LocalDate resubmitBy,
        @Nullable Signed concluded,
        @Nullable Signed signedForGroup,
        @Nullable Signed signedForWard,
        @Nullable String returnReason,
        @Nullable String number,
        @Nullable LocalDate issuedOn) {

    /** Where an item stands in the notice, domain study §3.5. */
    public enum Part {
        /** 2. On the documents. */
        DOCUMENTS("Về văn kiện"),
        /** 3. On personnel, by reference only. */
        PERSONNEL("Về nhân sự"),
        /** 4. On publicity and works. */
        PUBLICITY("Về tuyên truyền, công trình chào mừng"),
        /** 5. On the situation and security. */
        SECURITY("Về nắm tình hình, an ninh, trật tự"),
        /** 6. On digital transformation. */
        DIGITAL("Về chuyển đổi số");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages and in the notice. */
        public String title() {
            return title;
        }
    }

    /**
     * One conclusion; each that names an owner becomes a follow-up.
     *
     * @param id a UUID, also the id and business key of its follow-up
     * @param part where it stands
     * @param position from 1 within the conclusion
     * @param text what has to be done, or is held
     * @param owner who in the ward does it, null for what is held only
     * @param dueOn by when, null exactly when there is no owner
     */
    public record Item(
            String id, Part part, int position, String text, @Nullable Role owner, @Nullable LocalDate dueOn) {}
}
