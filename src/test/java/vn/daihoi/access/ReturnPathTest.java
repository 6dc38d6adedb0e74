package vn.daihoi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a person lands after the sign-in. */
class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "///elsewhere.example/",
                "/\\elsewhere.example/",
                "\\\\elsewhere.example",
                "/\t/elsewhere.example",
                "/a\r\nSet-Cookie: x=y",
                "/.//elsewhere.example",
                "javascript:alert(1)",
                "elsewhere",
                "",
                "/dang-nhap",
                "/dang-nhap?tiep=/dang-nhap",
                "/dang-xuat"
            })
    void elsewhereIsHome(String wished) {
        assertThat(ReturnPath.orHome(wished)).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/dai-hoi/7, /dai-hoi/7",
        "/camunda/app/tasklist/default/#/?task=7, /camunda/app/tasklist/default/#/?task=7",
        "/a?b=http://c, /a?b=http://c",
        "/đại hội, /%C4%91%E1%BA%A1i%20h%E1%BB%99i"
    })
    void aLocalPathIsHonoured(String wished, String location) {
        assertThat(ReturnPath.orHome(wished)).isEqualTo(location);
    }

    @Test
    void nothingWishedIsHome() {
        assertThat(ReturnPath.orHome(null)).isEqualTo("/");
        assertThat(ReturnPath.orHome("/" + "a".repeat(3_000))).isEqualTo("/");
    }
}
