package vn.daihoi.congress;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * What the owner of the rule sets fills in where the decision tables are silent. Rule sets hold for every ward, so their
 * owner is whoever looks after the processes of the whole system; of a single ward is not enough. A value counts from the
 * moment it stands: a step that was stopped for lack of it is simply done again.
 */
@Service
public class RuleBook {

    private static final int BASIS_LENGTH = 1000;

    private final RuleSets ruleSets;
    private final RuleValueStore store;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    RuleBook(RuleSets ruleSets, RuleValueStore store, Members members, AuditLog audit, Clock clock) {
        this.ruleSets = ruleSets;
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A parameter of a rule set.
     *
     * @param parameter which
     * @param value what the rule set says of it
     * @param inTable whether its decision table says anything, so that nothing is to be filled in here
     * @param history what was filled in here, the newest first
     */
    public record Line(RuleParameter parameter, RuleValue value, boolean inTable, List<FilledValue> history) {

        /** Whether the step that needs it stops. */
        public boolean unfilled() {
            return value instanceof RuleValue.Unfilled;
        }

        /** Number of the newest entry, 0 for none; whoever changes a value says which they have seen. */
        public int number() {
            return history.isEmpty() ? 0 : history.get(0).number();
        }
    }

    /** The parameters of a rule set, those that are not filled in first. */
    @Transactional(readOnly = true)
    public List<Line> lines(String tag) {
        return Arrays.stream(RuleParameter.values())
                .map(parameter -> new Line(
                        parameter,
                        ruleSets.value(tag, parameter),
                        ruleSets.inTable(tag, parameter).isPresent(),
                        store.of(tag, parameter)))
                .sorted(Comparator.comparing(Line::unfilled).reversed())
                .toList();
    }

    /** How many parameters of a rule set are not filled in. */
    @Transactional(readOnly = true)
    public int unfilled(String tag) {
        return (int) Arrays.stream(RuleParameter.values())
                .filter(parameter -> ruleSets.value(tag, parameter) instanceof RuleValue.Unfilled)
                .count();
    }

    /** Whether this person may fill in values. */
    public boolean owns(String user) {
        return members.rolesOf(user, VietnamTime.today(clock)).stream()
                .anyMatch(held -> held.role() == Role.PROCESS_OWNER && held.unit() == null);
    }

    /**
     * Fills in a value.
     *
     * @param seen number of the newest entry that the person saw, 0 for none
     * @param typed the value as typed
     * @param basis where it comes from
     */
    @Transactional
    public Verdict fill(String tag, String parameter, int seen, String typed, String basis, String user) {
        var known = Arrays.stream(RuleParameter.values())
                .filter(one -> one.name().equals(parameter))
                .findFirst();
        if (known.isEmpty()) {
            return Verdict.refused("Không có tham số này.");
        }
        var measure = known.get().measure();
        var value = whole(typed);
        return value == null || !measure.allows(value)
                ? Verdict.refused(
                        "value",
                        "“" + known.get().title() + "” phải là số nguyên từ 0 đến " + measure.most() + " ("
                                + measure.title() + ").")
                : add(tag, known.get(), seen, value, basis, user);
    }

    /**
     * Takes back what was filled in, so that the parameter is unfilled again.
     *
     * @param seen as with {@link #fill}
     * @param reason why
     */
    @Transactional
    public Verdict takeBack(String tag, String parameter, int seen, String reason, String user) {
        return Arrays.stream(RuleParameter.values())
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .map(known -> add(tag, known, seen, null, reason, user))
                .orElseGet(() -> Verdict.refused("Không có tham số này."));
    }

    private Verdict add(
            String tag, RuleParameter parameter, int seen, @Nullable Integer value, String basis, String user) {
        if (!owns(user)) {
            return Verdict.refused("Việc này thuộc về " + Role.PROCESS_OWNER.title() + " của toàn hệ thống.");
        }
        if (!ruleSets.knows(tag)) {
            return Verdict.refused("Không có bộ quy tắc này.");
        }
        if (ruleSets.inTable(tag, parameter).isPresent()) {
            return Verdict.refused("“" + parameter.title() + "” đã có trong bảng quyết định, phải sửa ở đó.");
        }
        var why =
                basis.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+", " ").strip();
        if (why.isEmpty() || why.length() > BASIS_LENGTH) {
            return Verdict.refused("basis", "Phải ghi “Căn cứ”, không quá " + BASIS_LENGTH + " ký tự.");
        }
        var former = store.newest(tag, parameter);
        if (value == null
                && former.map(FilledValue::value).isEmpty()
                && former.map(FilledValue::number).orElse(0) == seen) {
            return Verdict.refused("“" + parameter.title() + "” chưa có giá trị nào để bỏ.");
        }
        var entry = new FilledValue(tag, parameter, seen + 1, value, why, new Signed(user, clock.instant()));
        if (former.map(FilledValue::number).orElse(0) != seen || !store.add(entry)) {
            return overtaken(entry);
        }
        audit.record(AuditEntry.of(
                        user,
                        value == null ? "RULE_VALUE_TAKEN_BACK" : "RULE_VALUE_FILLED",
                        "rule:" + tag + "/" + parameter.name(),
                        "“" + parameter.title() + "”: " + words(parameter, value) + ", trước đó "
                                + words(
                                        parameter,
                                        former.map(FilledValue::value).orElse(null)) + ". Căn cứ: " + why)
                .under(tag));
        return Verdict.done();
    }

    /** Somebody was faster: the same person with the same words, who pressed twice, or anybody else. */
    private Verdict overtaken(FilledValue entry) {
        var newest = store.newest(entry.ruleSet(), entry.parameter()).orElseThrow();
        var repeated = newest.number() == entry.number()
                && Objects.equals(newest.value(), entry.value())
                && newest.basis().equals(entry.basis())
                && newest.filled().by().equals(entry.filled().by());
        return repeated
                ? Verdict.done()
                : Verdict.refused(members.displayName(newest.filled().by()) + " vừa ghi “"
                        + entry.parameter().title() + "” là " + words(entry.parameter(), newest.value()) + " lúc "
                        + VietnamTime.moment(newest.filled().at()) + ". Hãy xem lại rồi thực hiện.");
    }

    private static String words(RuleParameter parameter, @Nullable Integer value) {
        return value == null ? "để trống" : parameter.measure().inWords(value);
    }

    private static @Nullable Integer whole(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException no) {
            return null;
        }
    }
}
