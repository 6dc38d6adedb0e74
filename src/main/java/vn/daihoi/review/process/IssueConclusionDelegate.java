package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.review.Conclusions;

/** {@code ServiceTask_IssueConclusion} of {@code workingSession}. */
@Component
final class IssueConclusionDelegate implements JavaDelegate {

    private final Conclusions conclusions;

    IssueConclusionDelegate(Conclusions conclusions) {
        this.conclusions = conclusions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conclusions.issue(execution.getProcessBusinessKey());
    }
}
