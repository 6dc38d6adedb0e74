package vn.daihoi.approval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * What the superior decides on a submission, and the notice of it.
 *
 * @param submission which sending of the dossier it is about
 * @param report how the office sums up the appraisals
 * @param reported who did and when
 * @param slipsSkipped whether a return was put before the secretary without asking for slips
 * @param outcome null before it is decided
 * @param reason in words, empty for none
 * @param decided who decided and when, null before
 * @param number "Số 03-TB/TU", null before the notice is issued
 * @param issuedOn the day the notice bears, null before
 * @param issued who issued it and when, null before
 * @param recipients lines of "Nơi nhận"
 */
public record Decision(
        int submission,
        String report,
        Signed reported,
        boolean slipsSkipped,
        @Nullable Outcome outcome,
        String reason,
        @Nullable Signed decided,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Signed issued,
        List<String> recipients) {

    /** Keeps its own copy. */
    public Decision {
        recipients = List.copyOf(recipients);
    }

    /** What can be decided. */
    public enum Outcome {
        /** The documents may go to the congress. */
        APPROVED("Duyệt", DossierStatus.APPROVED),
        /** They are to be changed first. */
        RETURNED("Yêu cầu chỉnh sửa", DossierStatus.RETURNED),
        /** They are not approved. */
        REFUSED("Không duyệt", DossierStatus.REFUSED);

        private final String title;
        private final DossierStatus status;

        Outcome(String title, DossierStatus status) {
            this.title = title;
            this.status = status;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }

        /** What becomes of the dossier once its notice is issued. */
        DossierStatus status() {
            return status;
        }
    }
}
