package vn.daihoi.approval;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.WorkingCalendar;

/** Asks the boards for their appraisals when a dossier is received, and says until when they have. */
@Component
class AppraisalTerms {

    private final ApprovalStore store;
    private final RuleSets ruleSets;
    private final WorkingCalendar calendar;
    private final Clock clock;

    AppraisalTerms(ApprovalStore store, RuleSets ruleSets, WorkingCalendar calendar, Clock clock) {
        this.store = store;
        this.ruleSets = ruleSets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** For a dossier that is locked; refused, with the parameter, when this rule set doesn't say how long. */
    Verdict.@Nullable Refused begin(Dossier dossier, String tag) {
        return ruleSets.value(tag, RuleParameter.APPRAISAL_WORKING_DAYS)
                .<Verdict.@Nullable Refused>fold(
                        days -> {
                            var dueOn = calendar.plusWorkingDays(VietnamTime.today(clock), days);
                            for (var board : Board.values()) {
                                store.openAppraisal(dossier, board, dueOn);
                            }
                            return null;
                        },
                        Verdict::refused);
    }
}
