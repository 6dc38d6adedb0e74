package vn.daihoi.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.document.Document;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;

/** What the system itself knows of how far a ward has come: counted, never typed. */
@Component
class PreparationFacts {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final Congresses congresses;
    private final Documents documents;
    private final Versions versions;
    private final Rounds rounds;
    private final Clock clock;

    PreparationFacts(Congresses congresses, Documents documents, Versions versions, Rounds rounds, Clock clock) {
        this.congresses = congresses;
        this.documents = documents;
        this.versions = versions;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Sentences as of now. */
    List<String> of(String congress) {
        var streams = congresses.reports(congresses.get(congress)).stream()
                .map(report -> report.name() + ": " + report.done() + "/" + report.total() + " " + report.counted());
        var all = documents.openedIds(congress).stream().map(documents::get).toList();
        return Stream.of(streams, all.stream().map(this::version), all.stream().flatMap(this::rounds))
                .flatMap(one -> one)
                .toList();
    }

    /** As they stand in the report, with their moment. */
    String text(String congress) {
        return of(congress).stream()
                .collect(Collectors.joining(
                        "\n- ", "Số liệu hệ thống tính đến " + VietnamTime.moment(clock.instant()) + ":\n- ", ""));
    }

    private String version(Document document) {
        return document.title() + ": "
                + versions.latest(document.id())
                        .map(version -> "phiên bản " + version.number() + " là bản mới nhất")
                        .orElse("chưa có phiên bản công bố");
    }

    private Stream<String> rounds(Document document) {
        return rounds.ofDocument(document.id()).stream()
                .filter(round -> round.status().begun())
                .map(round -> document.title() + ", lấy ý kiến " + inMidSentence(round.title()) + ": "
                        + inMidSentence(round.status().title()));
    }

    private static String inMidSentence(String title) {
        return title.substring(0, 1).toLowerCase(VIETNAMESE) + title.substring(1);
    }
}
