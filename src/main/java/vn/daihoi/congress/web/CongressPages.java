package vn.daihoi.congress.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleChanges;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * The congresses a person may see, and what they may decide about one outside a task. A congress of another ward is as
 * unknown as one that doesn't exist.
 */
@Controller
class CongressPages {

    private final Congresses congresses;
    private final RuleSets ruleSets;
    private final RuleChanges changes;
    private final Members members;

    CongressPages(Congresses congresses, RuleSets ruleSets, RuleChanges changes, Members members) {
        this.congresses = congresses;
        this.ruleSets = ruleSets;
        this.changes = changes;
        this.members = members;
    }

    /** One line of the list. */
    public record Row(String id, String title, String status) {}

    /** One line of what is known about a congress. */
    public record Fact(String name, String value) {}

    /** One choice of a list. */
    public record Choice(String value, String label) {}

    /** What another rule set would change. */
    public record Preview(Choice ruleSet, RuleChanges.Change change) {}

    @GetMapping("/dai-hoi")
    String list(Model model, Principal user) {
        model.addAttribute(
                "rows",
                congresses.visible(user.getName()).stream()
                        .map(congress -> new Row(
                                congress.id(),
                                congresses.title(congress),
                                congress.status().title()))
                        .toList());
        return "congress/list";
    }

    @GetMapping("/dai-hoi/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(name = "bo-quy-tac", required = false) @Nullable String preview,
            Model model,
            Principal user) {
        var congress = visible(id, user);
        var secretary = congresses.may(user.getName(), congress, Role.WARD_SECRETARY);
        var office = congresses.may(user.getName(), congress, Role.WARD_OFFICE);
        var others = others(congress);
        model.addAttribute("id", congress.id());
        model.addAttribute("title", congresses.title(congress));
        model.addAttribute("status", congress.status().title());
        model.addAttribute("facts", facts(congress));
        model.addAttribute("findings", congresses.findings(congress));
        model.addAttribute("streams", congresses.reports(congress));
        model.addAttribute("mayAdd", office);
        model.addAttribute("mayCancel", secretary && congress.running());
        model.addAttribute(
                "otherRuleSets",
                secretary && congress.running() && congress.plan() != null ? others : List.<Choice>of());
        var plan = congress.plan();
        model.addAttribute(
                "preview",
                plan == null
                        ? null
                        : others.stream()
                                .filter(choice -> secretary
                                        && congress.running()
                                        && choice.value().equals(preview))
                                .findFirst()
                                .map(choice -> new Preview(choice, changes.preview(congress, plan, choice.value())))
                                .orElse(null));
        model.addAttribute("ruleSet", congress.ruleSet());
        return "congress/congress";
    }

    @PostMapping("/dai-hoi/{id}/huy")
    String cancel(@PathVariable String id, @RequestParam String reason, Principal user, RedirectAttributes flash) {
        visible(id, user);
        return back(id, flash, "Đã hủy đại hội.", () -> congresses.cancel(id, reason, user.getName()));
    }

    @PostMapping("/dai-hoi/{id}/bo-quy-tac")
    String switchRuleSet(
            @PathVariable String id,
            @RequestParam String ruleSet,
            @RequestParam String reason,
            Principal user,
            RedirectAttributes flash) {
        visible(id, user);
        return back(
                id,
                flash,
                "Đã chuyển sang " + RuleSets.title(ruleSet) + ".",
                () -> congresses.switchRuleSet(id, ruleSet, reason, user.getName()));
    }

    @PostMapping("/dai-hoi/{id}/bo-sung")
    String addUnit(
            @PathVariable String id,
            @RequestParam String stream,
            @RequestParam String unit,
            Principal user,
            RedirectAttributes flash) {
        visible(id, user);
        return back(id, flash, "Đã bổ sung đơn vị.", () -> congresses.addUnit(id, stream, unit, user.getName()));
    }

    private Congress visible(String id, Principal user) {
        return congresses
                .visible(id, user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(String id, RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        RecordDesk.act(flash, done, deed);
        return "redirect:/dai-hoi/" + id;
    }

    private List<Choice> others(Congress congress) {
        return ruleSets.tags().stream()
                .filter(tag -> !tag.equals(congress.ruleSet()))
                .map(tag -> new Choice(tag, RuleSets.title(tag)))
                .toList();
    }

    private List<Fact> facts(Congress congress) {
        var facts = new ArrayList<Fact>();
        var plan = congress.plan();
        if (plan != null) {
            facts.add(new Fact(
                    "Thời gian",
                    "từ " + VietnamTime.day(plan.openingDate()) + " đến " + VietnamTime.day(plan.closingDate())));
            facts.add(new Fact("Địa điểm", plan.venue()));
            facts.add(new Fact("Nội dung đại hội", plan.contents().title()));
            facts.add(new Fact("Bộ quy tắc áp dụng", RuleSets.title(plan.ruleSet())));
            add(facts, "Ghi chú", plan.note());
        }
        add(facts, "Lý do trả lại kế hoạch", congress.returnReason());
        add(facts, "Trình kế hoạch", signed(congress.submitted()));
        add(facts, "Phê duyệt kế hoạch", signed(congress.approved()));
        add(facts, "Xác nhận sẵn sàng", signed(congress.ready()));
        add(facts, "Ghi chú khi xác nhận", congress.readyNote());
        add(facts, "Hủy", signed(congress.cancelled()));
        add(facts, "Lý do hủy", congress.cancelReason());
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private @Nullable String signed(@Nullable Signed signed) {
        return signed == null ? null : members.displayName(signed.by()) + ", " + VietnamTime.moment(signed.at());
    }
}
