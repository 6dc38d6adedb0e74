package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdministratorTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', none is named",
        "quantri, '', none is named",
        "Quản trị, Abcdef-12345, small letters",
        "quantri, Ab1-short, too short",
        "quantri, quantri-A1-quantri, contains the user",
        "quantri, abcdefghijkl, all kinds",
        "quantri, Abcdefghijk1, all kinds"
    })
    void aWeakPasswordIsRefusedAndTheReasonSaid(String user, String password, String reason) {
        assertThat(FirstAdministrator.weakness(user, password))
                .hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"quantri, Trang-Giang-2026", "admin, x7!Kkkkkkkkk"})
    void aGoodOneWillDo(String user, String password) {
        assertThat(FirstAdministrator.weakness(user, password)).isEmpty();
    }
}
