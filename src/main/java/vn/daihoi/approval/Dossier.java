package vn.daihoi.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * What a ward puts before its superior to have the documents of its congress approved.
 *
 * @param id a UUID, also the business key of its process
 * @param congress id of the congress
 * @param ward id of the ward
 * @param superior id of the ward's direct superior when it was opened
 * @param number from 1 within its congress
 * @param status how far it has come
 * @param submission how often it was sent, 0 before the first time; each sending is frozen
 * @param completed who said it is complete and when, null before
 * @param sent who signed and sent it last and when, null before
 * @param received who received it and when, null before
 * @param returnReason why it came back, from the secretary or as incomplete; null when it didn't
 * @param ended who ended it and when, null before
 * @param endedReason why it was withdrawn, null otherwise
 * @param created when it was opened
 */
public record Dossier(
        String id,
        String congress,
        String ward,
        String superior,
        int number,
        DossierStatus status,
        int submission,
        @Nullable Signed completed,
        @Nullable Signed sent,
        @Nullable Signed received,
        @Nullable String returnReason,
        @Nullable Signed ended,
        @Nullable String endedReason,
        Instant created) {

    /** "Hồ sơ trình duyệt lần 1". */
    public String title() {
        return "Hồ sơ trình duyệt lần " + number;
    }
}
