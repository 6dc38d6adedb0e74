package vn.daihoi.congress.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.process.CongressPreparationProcess.Variables;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.StartHandler;
import vn.daihoi.organisation.Role;

/** Start form: the ward office opens the congress of its ward for a term. */
@Component
final class StartCongressPreparation implements StartHandler<StartCongressPreparation.Form> {

    private final Congresses congresses;

    StartCongressPreparation(Congresses congresses) {
        this.congresses = congresses;
    }

    /** What the form asks. */
    record Form(
            @Label("Nhiệm kỳ") @NotBlank @Size(max = 200) String term,
            @Label("Mã phường") @Nullable @Size(max = 200) String wardCode) {}

    @Override
    public String process() {
        return CongressPreparationProcess.KEY;
    }

    @Override
    public Set<String> starters() {
        return Set.of(Role.WARD_OFFICE.name());
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Start submit(String user, Form form) {
        var opening = congresses.open(form.term(), form.wardCode(), user);
        if (opening instanceof Congresses.Opening.Refused no) {
            return new Start.Refused(no.field(), no.message());
        }
        var congress = ((Congresses.Opening.Opened) opening).congress();
        return new Start.Accepted(
                congress.id(),
                congress.ward(),
                ProcessValues.of(Variables.WARD_ID, congress.ward()).and(Variables.CONGRESS_ID, congress.id()));
    }
}
