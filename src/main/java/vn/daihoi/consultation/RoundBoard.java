package vn.daihoi.consultation;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Stream;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentType;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Role;

/** The counter "n/4 văn kiện đã lấy ý kiến" and the last round of each document, read anew each time. */
@Component
class RoundBoard implements Stream {

    static final String KEY = "van-kien-lay-y-kien";

    private static final Set<CongressStatus> BEFORE = EnumSet.of(
            CongressStatus.DRAFT, CongressStatus.SUBMITTED, CongressStatus.RETURNED, CongressStatus.APPROVED);

    private final RoundStore store;
    private final Documents documents;
    private final Clock clock;

    RoundBoard(RoundStore store, Documents documents, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String name() {
        return "Lấy ý kiến dự thảo văn kiện";
    }

    @Override
    @Transactional(readOnly = true)
    public Report report(Congress congress) {
        var last = store.ofCongress(congress.id()).stream()
                .filter(round -> !round.ofSuperior())
                .collect(Collectors.toMap(Round::document, Function.identity(), (former, later) -> later));
        var opened = documents.openedIds(congress.id());
        var parts = opened.isEmpty()
                ? toCome(congress)
                : opened.stream()
                        .map(id -> part(documents.get(id), last.get(id)))
                        .toList();
        var done = (int) parts.stream().filter(Part::done).count();
        return new Report(
                KEY,
                name(),
                state(congress, last.isEmpty(), done == parts.size()),
                "văn kiện đã công khai kết quả lấy ý kiến",
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
                ? documents.types().stream()
                        .filter(DocumentType::required)
                        .map(type -> new Part(type.code(), type.name(), null, "Chưa mở", "", null, null, false, false))
                        .toList()
                : List.of();
    }

    private Part part(Document document, @Nullable Round round) {
        if (round == null) {
            return new Part(
                    document.id(), document.title(), null, "Chưa đến lúc lấy ý kiến", "", null, null, false, false);
        }
        return new Part(
                round.id(),
                document.title() + " – " + round.title(),
                "/lay-y-kien/" + round.id(),
                round.status().title(),
                holder(round.status()),
                null,
                null,
                round.status() == RoundStatus.PUBLISHED || round.status() == RoundStatus.SKIPPED,
                false);
    }

    private static String holder(RoundStatus status) {
        return switch (status) {
            case PLANNING, RETURNED, REPORTING, PUBLISHING -> Role.WARD_OFFICE.title();
            case PLANNED, DECIDING -> Role.WARD_SECRETARY.title();
            case MERGING, PROPOSING, REVISING -> Role.EDITOR.title();
            case OPEN, PUBLISHED, ANSWERED, SKIPPED, WITHDRAWN, CANCELLED -> "";
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
