package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class RoundReadingTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Rounds rounds;

    @Test
    void aRoundIsThereForThoseOfItsWardAlone() {
        var ward = RoundWard.open(context, "Mục tiêu", "Nhiệm vụ");
        var other = RoundWard.open(context, "Mục tiêu");

        assertThat(rounds.visible(ward.round, ward.cellSecretary(0))).isPresent();
        assertThat(rounds.visible(ward.round, ward.front)).isPresent();
        assertThat(rounds.visible(ward.round, other.office)).isEmpty();
        assertThat(rounds.bySlug(ward.slug)).contains(ward.round());
        assertThat(rounds.openToPublic()).contains(ward.round(), other.round());
        assertThat(ward.clauses()).hasSize(2);
    }

    @Test
    void nobodySpeaksForAnotherUnit() {
        var ward = RoundWard.open(context, "Mục tiêu");
        var round = ward.round();

        assertThat(rounds.invitees(ward.round))
                .extracting(Invitee::unit)
                .containsExactly(ward.cells.get(0), ward.cells.get(1), ward.cells.get(2), ward.frontUnit());
        assertThat(rounds.speaksFor(ward.cellSecretary(0), round, ward.cells.get(0)))
                .isTrue();
        assertThat(rounds.speaksFor(ward.cellSecretary(0), round, ward.cells.get(1)))
                .isFalse();
        assertThat(rounds.speaksFor(ward.front, round, ward.frontUnit())).isTrue();
        assertThat(rounds.speaksFor(ward.office, round, ward.frontUnit())).isFalse();
        assertThat(rounds.mayEdit(ward.editor, round)).isTrue();
        assertThat(rounds.mayDecide(ward.editor, round)).isFalse();
        assertThat(rounds.mayDecide(ward.secretary, round)).isTrue();
        assertThat(rounds.mayRun(ward.office, round)).isTrue();
    }
}
