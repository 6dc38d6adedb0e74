package vn.daihoi.consultation;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;

/** What strangers may send where words are asked for. */
public final class HostileText {

    private static final long SEED = 20261123;

    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "' onfocus='alert(1)' autofocus='",
            "</textarea><script src=//x></script>",
            "</blockquote><iframe srcdoc='<script>1</script>'>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "javascript:alert(1)",
            "[[${T(java.lang.Runtime).getRuntime()}]]",
            "__${7*7}__::.x",
            "#{T(java.lang.System).exit(1)}",
            "=HYPERLINK(\"http://x\",\"y\")",
            "+1+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(1)",
            "'; drop table comment; --",
            "\u202Egnort\u202C",
            "\u2066a\u2069",
            "\u200B\u200D\uFEFF\u2060\u00AD",
            "\u0000\u0007\u001B[31m\u0085",
            "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00x",
            "\uE000\uFFFE\uFFFF",
            "{\"a\":1}",
            "%E1%BA",
            "&lt;b&gt;&#60;script&#62;",
            "\r\nSet-Cookie: a=b",
            "Đề nghị bổ sung chỉ tiêu cây xanh");

    private HostileText() {}

    /** Pieces of attacks, of Vietnamese and of anything at all, put together. */
    public static Arbitrary<String> any() {
        return Arbitraries.oneOf(
                        Arbitraries.of(PIECES),
                        Arbitraries.strings().all().ofMaxLength(20),
                        Arbitraries.strings().withCharRange('\u0300', '\u036f').ofMaxLength(6))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    /** Each piece alone and as many more put together, always the same, for tests that jqwik doesn't run. */
    public static List<String> samples(int more) {
        var samples = new java.util.ArrayList<>(PIECES);
        JqwikSession.run(() -> any().generator(1000, true).stream(new Random(SEED))
                .limit(more)
                .forEach(sample -> samples.add(sample.value())));
        return samples;
    }
}
