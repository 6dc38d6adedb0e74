package vn.daihoi.approval;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Role;

/** Whether the superior has approved the documents, which all go together, and where they are until then. */
@Component
class ApprovalBoard implements Stream {

    static final String KEY = "van-kien-trinh-duyet";

    /** While the ward has the documents in its own hands. */
    private static final Set<DossierStatus> OPEN_TO_DOCUMENTS = EnumSet.of(
            DossierStatus.ASSEMBLING,
            DossierStatus.INCOMPLETE,
            DossierStatus.RETURNED,
            DossierStatus.REFUSED,
            DossierStatus.WITHDRAWN);

    private final Dossiers dossiers;
    private final Adoptions adoptions;
    private final ApprovalStore store;
    private final Documents documents;
    private final Versions versions;
    private final Clock clock;

    ApprovalBoard(
            Dossiers dossiers,
            Adoptions adoptions,
            ApprovalStore store,
            Documents documents,
            Versions versions,
            Clock clock) {
        this.dossiers = dossiers;
        this.adoptions = adoptions;
        this.store = store;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String name() {
        return "Trình duyệt văn kiện";
    }

    @Override
    @Transactional(readOnly = true)
    public Report report(Congress congress) {
        boolean opened = !documents.openedIds(congress.id()).isEmpty();
        var all = dossiers.ofCongress(congress.id());
        var last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean approved = last != null && last.status() == DossierStatus.APPROVED;
        var part = part(congress, last, approved);
        // a congress that went on before documents were kept here prepares none
        var parts = opened || before(congress) ? List.of(part) : List.<Part>of();
        return new Report(
                KEY,
                name(),
                state(congress, opened, approved, parts.isEmpty()),
                "bộ văn kiện được cấp trên duyệt",
                approved ? 1 : 0,
                parts.size(),
                clock.instant(),
                approved || parts.isEmpty() ? List.of() : List.of(part.name() + ": " + part.state() + "."),
                parts,
                List.of());
    }

    /** What was signed goes up and is approved as a whole: a document beside it would never be put before anybody. */
    @Override
    @Transactional
    public Verdict.@Nullable Refused documentFault(Congress congress) {
        var all = dossiers.ofCongress(congress.id());
        var last = all.isEmpty() ? null : dossiers.lock(all.get(all.size() - 1).id());
        return last == null || OPEN_TO_DOCUMENTS.contains(last.status())
                ? null
                : Verdict.refused(
                        last.status() == DossierStatus.APPROVED
                                ? "Các văn kiện đã được cấp trên duyệt, không bổ sung được văn kiện nữa."
                                : last.title() + " đang “" + last.status().title()
                                        + "” nên chưa bổ sung được văn kiện. Hãy thu hồi hồ sơ trước, hoặc chờ kết quả.");
    }

    private static boolean before(Congress congress) {
        return congress.status().compareTo(CongressStatus.CELLS_RUNNING) < 0;
    }

    private Part part(Congress congress, @Nullable Dossier last, boolean approved) {
        var running =
                Optional.ofNullable(last).filter(dossier -> !dossier.status().ended());
        return new Part(
                congress.id(),
                "Văn kiện đại hội",
                running.map(dossier -> "/trinh-duyet/" + dossier.id()).orElse("/hoan-thien/" + congress.id()),
                where(congress, last),
                approved ? "" : running.map(dossier -> holder(dossier.status())).orElse(Role.EDITOR.title()),
                null,
                null,
                approved,
                false);
    }

    private String where(Congress congress, @Nullable Dossier last) {
        if (last != null
                && (last.status() == DossierStatus.APPROVED || !last.status().ended())) {
            return last.title() + " – " + last.status().title() + sinceApproval(last);
        }
        return adoptions.standing(congress.id()).isPresent() ? "Ban Chấp hành đã thông qua, chưa trình" : "Chưa trình";
    }

    /** The ward may finish what was approved: whoever looks has to know that the newest isn't what was approved. */
    private String sinceApproval(Dossier last) {
        var newer = last.status() != DossierStatus.APPROVED
                ? 0
                : store.versions(last).entrySet().stream()
                        .filter(sent -> versions.latest(sent.getKey())
                                .map(DocumentVersion::number)
                                .filter(number -> number > sent.getValue())
                                .isPresent())
                        .count();
        return newer == 0 ? "" : "; " + newer + " văn kiện có phiên bản mới hơn phiên bản được duyệt";
    }

    private static String holder(DossierStatus status) {
        return switch (status) {
            case ASSEMBLING, INCOMPLETE -> Role.WARD_OFFICE.title();
            case COMPLETE -> Role.WARD_SECRETARY.title();
            case SENT, APPRAISING, ASKING, DECIDED -> Role.SUPERIOR_OFFICE.title();
            case DECIDING -> Role.SUPERIOR_SECRETARY.title();
            case APPROVED, RETURNED, REFUSED, WITHDRAWN, CANCELLED -> "";
        };
    }

    private static String state(Congress congress, boolean opened, boolean approved, boolean none) {
        if (congress.status() == CongressStatus.CANCELLED) {
            return CongressStatus.CANCELLED.title();
        }
        if (!opened && !none) {
            return "Chưa mở";
        }
        return approved || none ? "Đã hoàn thành" : "Đang tiến hành";
    }
}
