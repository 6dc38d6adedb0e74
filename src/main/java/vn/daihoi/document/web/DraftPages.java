package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Drafts.Question;
import vn.daihoi.document.Drafts.StoredProposal;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.WordDiff;
import vn.daihoi.document.word.Proposal;

/** A draft of the next version: what a person has to confirm in it, what it proposes, and its way to publication. */
@Controller
class DraftPages {

    /** From here on two texts look like the same clause at first sight. */
    private static final double SURE_LOOKING = 0.8;

    /** More than anybody answers before saving. */
    private static final int SHOWN = 30;

    private final Drafts drafts;
    private final Versions versions;
    private final Desk desk;

    DraftPages(Drafts drafts, Versions versions, Desk desk) {
        this.drafts = drafts;
        this.versions = versions;
        this.desk = desk;
    }

    /** A pairing to confirm: the two texts with what differs marked. */
    public record Asked(
            long clause, String label, String formerLabel, Html former, Html now, int percent, boolean likely) {}

    /** A tracked change or margin comment in the words round it. */
    public record Proposed(
            long id, String kind, String label, Html words, String remark, String author, String at, boolean comment) {}

    /** A proposal somebody has decided. */
    public record Decided(String kind, String author, Html words, String outcome) {}

    /** An author and how many proposals of theirs are open. */
    public record Author(String name, long open) {}

    @GetMapping("/van-kien/{id}/nhap/{draft}")
    String show(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            Model model,
            Principal user,
            RedirectAttributes flash) {
        var document = desk.editable(id, user);
        var found = drafts.find(id, draftId);
        if (found.isEmpty()) {
            return gone(id, flash);
        }
        var draft = found.get();
        var questions = drafts.questions(draftId);
        var proposals = drafts.proposals(draftId);
        var open = proposals.stream().filter(each -> each.decided() == null).toList();
        var texts = versions.read(draft).clauses().stream()
                .collect(Collectors.toMap(Clause::id, clause -> clause, (one, same) -> one));
        var latest = versions.latest(id).orElse(null);
        model.addAttribute("document", document);
        model.addAttribute("draft", draft);
        model.addAttribute("uploaded", desk.signed(draft.uploaded()));
        model.addAttribute("own", draft.uploaded().by().equals(user.getName()));
        model.addAttribute("overtaken", overtaken(draft, latest));
        model.addAttribute(
                "counts",
                versions.numbered(id, draft.base())
                        .map(base -> new ComparisonText(versions.compare(base, draft), false).counts())
                        .orElse(null));
        model.addAttribute("questionCount", questions.size());
        model.addAttribute(
                "likelyCount", questions.stream().filter(DraftPages::likely).count());
        model.addAttribute(
                "questions",
                questions.stream().limit(SHOWN).map(DraftPages::asked).toList());
        model.addAttribute("proposalCount", open.size());
        model.addAttribute(
                "proposals",
                open.stream().limit(SHOWN).map(each -> proposed(each, texts)).toList());
        model.addAttribute("authors", authors(open));
        model.addAttribute(
                "decided",
                proposals.stream()
                        .filter(each -> each.decided() != null)
                        .limit(SHOWN)
                        .map(this::decided)
                        .toList());
        return "document/draft";
    }

    /** Whoever comes back to a draft that has been published or thrown away is told so. */
    private static String gone(String id, RedirectAttributes flash) {
        flash.addFlashAttribute("refusal", "Bản nháp này không còn: đã được công bố, thay thế hoặc bỏ.");
        return "redirect:/van-kien/" + id;
    }

    /** Who published another version meanwhile; null when nobody did. */
    private @Nullable String overtaken(DocumentVersion draft, @Nullable DocumentVersion latest) {
        if (latest == null || Objects.requireNonNullElse(latest.number(), 0) <= draft.base()) {
            return null;
        }
        return latest.title() + " đã được công bố bởi " + desk.signed(latest.published()) + ".";
    }

    private static boolean likely(Question question) {
        return question.similarity() >= SURE_LOOKING;
    }

    private static Asked asked(Question question) {
        var words = WordDiff.between(question.base().text(), question.clause().text());
        return new Asked(
                question.clause().id(),
                question.clause().label(),
                question.base().label(),
                ChangedWords.older(words),
                ChangedWords.newer(words),
                (int) Math.round(question.similarity() * 100),
                likely(question));
    }

    private static Proposed proposed(StoredProposal proposal, Map<Long, Clause> texts) {
        var clause = texts.get(proposal.clauseId());
        return new Proposed(
                proposal.id(),
                kind(proposal),
                clause == null ? "" : clause.label(),
                ChangedWords.proposal(clause == null ? "" : clause.text(), proposal),
                proposal.remark(),
                author(proposal),
                at(proposal),
                proposal.kind() == Proposal.Kind.COMMENT);
    }

    private Decided decided(StoredProposal proposal) {
        return new Decided(
                kind(proposal),
                author(proposal),
                ChangedWords.words(proposal),
                (proposal.accepted() ? "Tiếp thu: " : "Không tiếp thu: ") + desk.signed(proposal.decided()));
    }

    private static String at(StoredProposal proposal) {
        var at = proposal.at();
        return at == null ? "" : VietnamTime.moment(at);
    }

    private static String author(StoredProposal proposal) {
        return proposal.author().isBlank() ? "Không ghi tên" : proposal.author();
    }

    private static String kind(StoredProposal proposal) {
        return switch (proposal.kind()) {
            case INSERT -> "Thêm chữ";
            case DELETE -> "Bỏ chữ";
            case REPLACE -> "Thay chữ";
            case INSERT_CLAUSE -> "Thêm đoạn";
            case DELETE_CLAUSE -> "Bỏ đoạn";
            case COMMENT -> "Góp ý bên lề";
        };
    }

    private static List<Author> authors(List<StoredProposal> open) {
        var names = open.stream().map(StoredProposal::author).collect(Collectors.toCollection(TreeSet::new));
        return names.stream()
                .map(name -> new Author(
                        name,
                        open.stream().filter(each -> each.author().equals(name)).count()))
                .toList();
    }

    /** Answers of the page are named {@code q<id of the clause>}; a button answers all that look alike at once. */
    @PostMapping("/van-kien/{id}/nhap/{draft}/doan")
    String answer(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            @RequestParam(name = "tat-ca", defaultValue = "false") boolean allLikely,
            HttpServletRequest request,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.open(id, draftId, user.getName()).isEmpty()) {
            return gone(id, flash);
        }
        var same = new HashMap<Long, Boolean>();
        for (var question : drafts.questions(draftId)) {
            var typed = request.getParameter("q" + question.clause().id());
            if (allLikely ? likely(question) : typed != null) {
                same.put(question.clause().id(), allLikely || "same".equals(typed));
            }
        }
        if (same.isEmpty()) {
            flash.addFlashAttribute("refusal", "Chưa chọn câu trả lời cho đoạn nào.");
        } else {
            Desk.act(
                    flash,
                    "Đã ghi nhận " + same.size() + " câu trả lời.",
                    () -> drafts.answer(draftId, same, user.getName()));
        }
        return back(id, draftId);
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/de-xuat/{proposal}")
    String decide(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            @PathVariable long proposal,
            @RequestParam boolean accept,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.open(id, draftId, user.getName()).isEmpty()) {
            return gone(id, flash);
        }
        Desk.act(
                flash,
                accept ? "Đã tiếp thu đề xuất." : "Đã đánh dấu là đã xem, không tiếp thu vào văn bản.",
                () -> drafts.decide(draftId, proposal, accept, user.getName()));
        return back(id, draftId) + "#de-xuat";
    }

    /** Each is decided on its own, so one that no longer fits doesn't hold up the others. */
    @PostMapping("/van-kien/{id}/nhap/{draft}/de-xuat")
    String decideAllOf(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            @RequestParam(defaultValue = "") String author,
            @RequestParam boolean accept,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.open(id, draftId, user.getName()).isEmpty()) {
            return gone(id, flash);
        }
        var refusals = new ArrayList<String>();
        int done = 0;
        for (var proposal : drafts.proposals(draftId)) {
            // a margin comment proposes no words to take over
            boolean fits = !accept || proposal.kind() != Proposal.Kind.COMMENT;
            if (proposal.decided() == null && proposal.author().equals(author) && fits) {
                if (Verdict.despiteRaces(() -> drafts.decide(draftId, proposal.id(), accept, user.getName()))
                        instanceof Verdict.Refused no) {
                    refusals.add(no.message());
                } else {
                    done++;
                }
            }
        }
        flash.addFlashAttribute("message", "Đã " + (accept ? "tiếp thu " : "ghi không tiếp thu ") + done + " đề xuất.");
        flash.addFlashAttribute("refusal", refusals.isEmpty() ? null : String.join(" ", refusals));
        return back(id, draftId) + "#de-xuat";
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/cong-bo")
    String publish(
            @PathVariable String id, @PathVariable("draft") String draftId, Principal user, RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.find(id, draftId).isEmpty()) {
            return gone(id, flash);
        }
        return Desk.act(flash, "Đã công bố phiên bản mới.", () -> drafts.publish(draftId, user.getName()))
                .fold(() -> "redirect:/van-kien/" + id, no -> back(id, draftId));
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/cap-nhat")
    String rebase(
            @PathVariable String id, @PathVariable("draft") String draftId, Principal user, RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.open(id, draftId, user.getName()).isEmpty()) {
            return gone(id, flash);
        }
        Desk.act(
                flash,
                "Bản nháp nay dựa trên phiên bản mới nhất; không mất chữ nào.",
                () -> drafts.rebase(draftId, user.getName()));
        return back(id, draftId);
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/bo")
    String discard(
            @PathVariable String id, @PathVariable("draft") String draftId, Principal user, RedirectAttributes flash) {
        desk.editable(id, user);
        if (drafts.open(id, draftId, user.getName()).isEmpty()) {
            return gone(id, flash);
        }
        return Desk.act(flash, "Đã bỏ bản nháp.", () -> drafts.discard(draftId, user.getName()))
                .fold(() -> "redirect:/van-kien/" + id, no -> back(id, draftId));
    }

    private static String back(String id, String draft) {
        return "redirect:/van-kien/" + id + "/nhap/" + draft;
    }
}
