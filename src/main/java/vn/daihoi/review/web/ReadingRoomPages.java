package vn.daihoi.review.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Indicators;

/** Everything the working group reads before the session, as it stands now. */
@Controller
class ReadingRoomPages {

    private final SessionDesk desk;
    private final Documents documents;
    private final Versions versions;
    private final Indicators indicators;
    private final Rounds rounds;

    ReadingRoomPages(SessionDesk desk, Documents documents, Versions versions, Indicators indicators, Rounds rounds) {
        this.desk = desk;
        this.documents = documents;
        this.versions = versions;
        this.indicators = indicators;
        this.rounds = rounds;
    }

    /**
     * One document.
     *
     * @param number of its newest version, null while none is published
     * @param published when that was published, null while none is
     * @param indicators how many its table has
     * @param papers what is noted of papers that lie elsewhere
     */
    public record Paper(
            String id,
            String title,
            String status,
            @Nullable Integer number,
            @Nullable String published,
            int indicators,
            List<String> papers,
            List<Asked> rounds) {}

    /** One of its comment rounds. */
    public record Asked(String id, String title, String status) {}

    @GetMapping("/lam-viec/{id}/tai-lieu")
    String page(@PathVariable String id, Model model, Principal user) {
        var session = desk.visible(id, user);
        desk.frame(model, session, "/tai-lieu", user);
        model.addAttribute("reported", desk.signed(session.reported()));
        model.addAttribute(
                "papers",
                documents.visibleOf(session.congress(), user.getName()).stream()
                        .map(this::paper)
                        .toList());
        return "review/reading-room";
    }

    private Paper paper(Document document) {
        var newest = versions.latest(document.id()).orElse(null);
        return new Paper(
                document.id(),
                document.title(),
                document.status().title(),
                newest == null ? null : newest.number(),
                newest == null ? null : published(newest),
                newest == null ? 0 : indicators.of(newest).size(),
                documents.papers(document.id()).stream()
                        .map(receipt -> "Bản giấy số đăng ký " + receipt.registerNumber() + ", nhận ngày "
                                + VietnamTime.day(receipt.receivedOn()) + ", nơi giữ: " + receipt.holder())
                        .toList(),
                rounds.ofDocument(document.id()).stream()
                        .filter(round -> round.status().begun())
                        .map(ReadingRoomPages::asked)
                        .toList());
    }

    private @Nullable String published(DocumentVersion version) {
        return desk.signed(version.published());
    }

    private static Asked asked(Round round) {
        return new Asked(round.id(), round.title(), round.status().title());
    }
}
