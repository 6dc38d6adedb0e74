package vn.daihoi.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Document;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.review.NewOpinion;
import vn.daihoi.review.OpinionType;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/** The working group's session of today: scheduled, reported to, and what its members think of the drafts. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class DemoSession {

    /** Schedules it. */
    static final String SUPERIOR_OFFICE = "thanhuy.vp";

    /** They file opinions; the last one and the head leave their tasks to whoever tries the demo. */
    static final List<String> MEMBERS = List.of("tct.tv1", "tct.tv2", "tct.tv3", "tct.tv4");

    private static final String CELL = " |";
    private static final List<Filed> FILED = read();

    private final WorkingSessions sessions;
    private final Opinions opinions;
    private final Documents documents;
    private final Versions versions;
    private final Clock clock;

    DemoSession(WorkingSessions sessions, Opinions opinions, Documents documents, Versions versions, Clock clock) {
        this.sessions = sessions;
        this.opinions = opinions;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    /** An opinion of the demo, with the words that stand in its clause alone, empty for the document as a whole. */
    private record Filed(
            String member,
            OpinionType type,
            String document,
            String clauseWords,
            String indicator,
            String basis,
            String text,
            String proposed) {}

    /** The first session of a congress with this id; empty for anything else. */
    Optional<WorkingSession> find(Congress congress, String id) {
        return first(congress).filter(session -> session.id().equals(id));
    }

    /** What a person fills into the form of a task of the session, as for {@link DemoPeople}. */
    Optional<Map<String, Object>> answer(WorkingSession session, String person) {
        return switch (session.status()) {
            case PREPARING -> person.equals(SUPERIOR_OFFICE) ? Optional.of(schedule()) : Optional.empty();
            case SCHEDULED -> person.equals(DemoPeople.OFFICE) ? Optional.of(report()) : Optional.empty();
            case OPEN -> MEMBERS.contains(person) ? file(session, person) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether the session stands where the story ends, or people took it further. */
    boolean complete(Congress congress) {
        return first(congress)
                .filter(session -> session.status().compareTo(SessionStatus.OPEN) > 0
                        || (session.status() == SessionStatus.OPEN
                                && opinions.ofSession(session.id()).size() >= FILED.size()))
                .isPresent();
    }

    private Optional<WorkingSession> first(Congress congress) {
        return sessions.ofCongress(congress.id()).stream().findFirst();
    }

    private Map<String, Object> schedule() {
        return Map.of(
                "choice", "HOLD",
                "workingGroup", DemoOrganisation.WORKING_GROUP,
                "day", VietnamTime.today(clock).toString(),
                "part", "AFTERNOON",
                "room", "Hội trường Đảng ủy phường Demo");
    }

    private static Map<String, Object> report() {
        return Map.of(
                "results",
                "Đảng ủy đã quán triệt các văn bản hướng dẫn đến 10 chi bộ; các chi bộ đã tổ chức xong đại hội. Dự thảo"
                        + " văn kiện đã gửi lấy ý kiến đảng viên, đoàn viên, hội viên và Nhân dân. Các công trình chào"
                        + " mừng đang được hoàn thiện.",
                "difficulties",
                "Ý kiến góp ý nhiều, cần thêm thời gian để tiếp thu, giải trình.",
                "proposals",
                "Đề nghị Tổ công tác cho ý kiến về hệ thống chỉ tiêu của nhiệm kỳ mới.");
    }

    private Optional<Map<String, Object>> file(WorkingSession session, String person) {
        var own = FILED.stream().filter(one -> one.member().equals(person)).toList();
        long there = opinions.ofSession(session.id()).stream()
                .filter(one -> one.filed().by().equals(person))
                .count();
        if (there < own.size()) {
            own.forEach(one ->
                    must(opinions.file(session.id(), opinion(session, one), "demo-" + FILED.indexOf(one), person)));
        }
        return person.equals(MEMBERS.get(MEMBERS.size() - 1))
                ? Optional.empty()
                : Optional.of(Map.of("choice", "DONE"));
    }

    private NewOpinion opinion(WorkingSession session, Filed filed) {
        var document = documents.openedIds(session.congress()).stream()
                .map(documents::get)
                .filter(one -> one.type().code().equals(filed.document()))
                .findFirst()
                .orElseThrow();
        return new NewOpinion(
                filed.type(),
                document.id(),
                0,
                filed.clauseWords().isEmpty() ? Place.WHOLE : clause(document, filed.clauseWords()),
                filed.indicator(),
                filed.basis(),
                filed.text(),
                filed.proposed());
    }

    private long clause(Document document, String words) {
        var found = versions.latest(document.id()).map(versions::read).orElseThrow().clauses().stream()
                .filter(clause -> clause.text().contains(words))
                .map(Clause::id)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " clauses with: " + words);
        }
        return found.get(0);
    }

    private static List<Filed> read() {
        var filed = new ArrayList<Filed>();
        var document = "";
        var clause = "";
        for (var line : DemoText.lines("y-kien-to-cong-tac.txt")) {
            if (line.startsWith("=")) {
                document = line.substring(1).strip();
            } else if (line.startsWith("@")) {
                clause = line.substring(1).strip().replace(CELL, "\t");
            } else {
                var parts = line.split("\\|", -1);
                filed.add(new Filed(
                        MEMBERS.get(Integer.parseInt(parts[0]) - 1),
                        OpinionType.valueOf(parts[1]),
                        document,
                        clause,
                        parts[2],
                        parts[3],
                        parts[4],
                        parts[5]));
            }
        }
        return List.copyOf(filed);
    }

    private static void must(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException("the demo's own opinion was refused: " + refused.message());
        }
    }
}
