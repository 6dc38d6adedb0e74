package vn.daihoi.congress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;

/** {@code ServiceTask_RecordCancellation}. */
@Component
final class RecordCancellationDelegate implements JavaDelegate {

    private final Congresses congresses;

    RecordCancellationDelegate(Congresses congresses) {
        this.congresses = congresses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        congresses.cancellationRecorded(execution.getProcessBusinessKey());
    }
}
