package vn.daihoi.consultation.process;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.document.Documents;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.organisation.Units;

/** Names the tasks of a round after the type of its document, its number and the unit; asked before the document alone. */
@Component
@Order(0)
final class RoundSubject implements TaskSubject {

    private final Rounds rounds;
    private final Documents documents;
    private final Units units;

    RoundSubject(Rounds rounds, Documents documents, Units units) {
        this.rounds = rounds;
        this.documents = documents;
        this.units = units;
    }

    @Override
    public @Nullable String of(TaskRights.UnitReference instance) {
        if (!(instance.value(Variables.ROUND_ID.name()) instanceof String id)) {
            return null;
        }
        var round = rounds.get(id);
        var unit = Stream.of(Variables.CELL_ID, Variables.ORGANISATION_ID)
                .map(variable -> instance.value(variable.name()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .map(name -> units.shortNameOf(name))
                .orElse(null);
        return Stream.of(documents.get(round.document()).type().name(), round.title(), unit)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
