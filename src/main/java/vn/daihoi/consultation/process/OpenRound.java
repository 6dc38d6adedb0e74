package vn.daihoi.consultation.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Rounds;

/** What the model of {@code commentRound} asks of a round that is open. */
@Component("openRound")
public class OpenRound {

    private final Rounds rounds;

    OpenRound(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Ids of the cells asked; one task is given for each. */
    public List<String> cells(DelegateExecution execution) {
        return units(execution, Invitee.Kind.CELL);
    }

    /** Ids of the organisations asked; one task is given for each. */
    public List<String> organisations(DelegateExecution execution) {
        return units(execution, Invitee.Kind.ORGANISATION);
    }

    /** When it closes. */
    public Date closesAt(DelegateExecution execution) {
        return Date.from(Objects.requireNonNull(
                rounds.get(execution.getProcessBusinessKey()).closesAt()));
    }

    private List<String> units(DelegateExecution execution, Invitee.Kind kind) {
        return rounds.invitees(execution.getProcessBusinessKey()).stream()
                .filter(invitee -> invitee.kind() == kind)
                .map(Invitee::unit)
                .toList();
    }
}
