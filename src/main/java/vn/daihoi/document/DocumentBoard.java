package vn.daihoi.document;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Stream;
import vn.daihoi.organisation.Role;

/** The counter "n/4 văn kiện được đưa ra lấy ý kiến" and the documents behind it, read anew each time. */
@Component
class DocumentBoard implements Stream {

    static final String KEY = "van-kien";

    private static final Set<CongressStatus> BEFORE = EnumSet.of(
            CongressStatus.DRAFT, CongressStatus.SUBMITTED, CongressStatus.RETURNED, CongressStatus.APPROVED);

    private final DocumentStore store;
    private final Clock clock;

    DocumentBoard(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String name() {
        return "Văn kiện đại hội";
    }

    @Override
    @Transactional(readOnly = true)
    public Report report(Congress congress) {
        var documents = store.ofCongress(congress.id());
        var parts = documents.isEmpty()
                ? toCome(congress)
                : documents.stream().map(DocumentBoard::part).toList();
        var done = (int) parts.stream().filter(Part::done).count();
        return new Report(
                KEY,
                name(),
                state(congress, documents.isEmpty(), done == parts.size()),
                "văn kiện được đưa ra lấy ý kiến",
                done,
                parts.size(),
                clock.instant(),
                parts.stream()
                        .filter(part -> !part.done())
                        .map(part -> part.name() + ": " + part.state() + ".")
                        .toList(),
                parts,
                List.of());
    }

    /** Before the plan stands; a congress that went on before documents were kept here prepares none. */
    private List<Part> toCome(Congress congress) {
        return BEFORE.contains(congress.status())
                ? store.types().stream()
                        .filter(DocumentType::required)
                        .map(type -> new Part(type.code(), type.name(), null, "Chưa mở", "", null, null, false, false))
                        .toList()
                : List.of();
    }

    private static Part part(Document document) {
        return new Part(
                document.id(),
                document.title(),
                "/van-kien/" + document.id(),
                document.status().title(),
                holder(document.status()),
                null,
                null,
                document.status() == DocumentStatus.CLEARED,
                false);
    }

    private static String holder(DocumentStatus status) {
        return switch (status) {
            case DRAFTING, RETURNED -> Role.EDITOR.title();
            case SUBMITTED -> Role.WARD_SECRETARY.title();
            case CLEARED, CANCELLED -> "";
        };
    }

    private static String state(Congress congress, boolean nothingOpened, boolean allDone) {
        if (congress.status() == CongressStatus.CANCELLED) {
            return CongressStatus.CANCELLED.title();
        }
        if (nothingOpened) {
            return "Chưa mở";
        }
        return allDone ? "Đã hoàn thành" : "Đang tiến hành";
    }
}
