package vn.daihoi.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * A comment round on one document.
 *
 * @param id a UUID, also the business key of its process
 * @param document id of the document
 * @param congress id of the congress
 * @param ward id of the ward
 * @param number from 1 within its document and kind
 * @param kind whose words it answers
 * @param source what a round of the superior comes from, see {@link SuperiorRounds#open}; null for the other kind
 * @param paper the superior's paper or decision, such as "Thông báo kết luận số 03-TB/TCT"; null for the other kind
 * @param status how far it has come
 * @param version number of the version circulated, null before it is planned
 * @param closesAt when it closes or closed, null before it is planned
 * @param sources the groups asked, empty before it is planned
 * @param channels the ways in, empty before it is planned
 * @param questions what is asked in particular
 * @param silenceAgrees whether a unit's silence counts as agreement; never for the public page
 * @param skipReason why nobody is asked, null when people are
 * @param returnReason why the secretary sent the plan back, null when not
 * @param planned who planned it and when, null before
 * @param slug its address below /gop-y, null before it is opened
 * @param opened who let it open and when, null before
 * @param closed who closed it and when, {@link vn.daihoi.audit.AuditEntry#SYSTEM} for the timer; null while open
 * @param newVersion number of the version that carries out the answers, null before it is there or when none is needed
 * @param synthesis what the office wrote for the synthesis report, null before
 * @param endedReason why it was withdrawn, null otherwise
 * @param ended who ended it and when, null before
 * @param created when it was opened for planning
 */
public record Round(
        String id,
        String document,
        String congress,
        String ward,
        int number,
        RoundKind kind,
        @Nullable String source,
        @Nullable String paper,
        RoundStatus status,
        @Nullable Integer version,
        @Nullable Instant closesAt,
        Set<SourceGroup> sources,
        Set<Channel> channels,
        List<String> questions,
        boolean silenceAgrees,
        @Nullable String skipReason,
        @Nullable String returnReason,
        @Nullable Signed planned,
        @Nullable String slug,
        @Nullable Signed opened,
        @Nullable Signed closed,
        @Nullable Integer newVersion,
        @Nullable Synthesis synthesis,
        @Nullable String endedReason,
        @Nullable Signed ended,
        Instant created) {

    /**
     * What the office adds to the counted parts of the synthesis report, see the domain study §3.3.
     *
     * @param agreedPoints II. points of broad agreement
     * @param differing IV. differing opinions
     * @param proposals V. proposals on handling
     */
    public record Synthesis(String agreedPoints, String differing, String proposals) {}

    /** Whether strangers may comment at this moment. */
    public boolean openToPublic(Instant now) {
        return status == RoundStatus.OPEN
                && channels.contains(Channel.PUBLIC_PAGE)
                && closesAt != null
                && now.isBefore(closesAt);
    }

    /** "Vòng 1", or "Ý kiến của Tổ công tác – Thông báo kết luận số 03-TB/TCT". */
    public String title() {
        if (source == null) {
            return "Vòng " + number;
        }
        return (source.startsWith("session:") ? "Ý kiến của Tổ công tác – " : "Yêu cầu của cấp trên – ") + paper;
    }

    /** Whether it answers the superior. */
    public boolean ofSuperior() {
        return kind == RoundKind.SUPERIOR;
    }
}
