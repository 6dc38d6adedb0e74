package vn.daihoi.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after the sign-in, as the {@code tiep} parameter of the login page names it. Only a path of this server
 * is honoured, so that nobody can send a person through our login to a page that imitates ours.
 */
final class ReturnPath {

    static final String PARAMETER = "tiep";

    static final String HOME = "/";

    private static final int LONGEST = 2_000;

    /** One slash to begin with; no second one, no backslash that browsers read as one, nothing they skip. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private static final Pattern TWO_SLASHES = Pattern.compile("[^?#]*//.*", Pattern.DOTALL);

    /** The login and logout pages would only lead in a circle. */
    private static final Pattern OURS = Pattern.compile("/(dang-nhap|dang-xuat|loi)([/?#].*)?");

    private ReturnPath() {}

    /** The wished path if it is a local one, otherwise the home page; ready to stand in a Location header. */
    static String orHome(@Nullable String wished) {
        if (wished == null
                || wished.length() > LONGEST
                || !LOCAL.matcher(wished).matches()
                || TWO_SLASHES.matcher(wished).matches()
                || OURS.matcher(wished).matches()) {
            return HOME;
        }
        return encoded(wished);
    }

    /** The part of the login page's address that keeps the wish of a sign-in which failed; empty if there was none. */
    static String again(HttpServletRequest request) {
        @Nullable String wished = request.getParameter(PARAMETER);
        return wished == null || wished.equals(HOME)
                ? ""
                : "&" + PARAMETER + "=" + URLEncoder.encode(wished, StandardCharsets.UTF_8);
    }

    private static String encoded(String path) {
        var header = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xff;
            if (c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>') {
                header.append('%').append(String.format("%02X", c));
            } else {
                header.append((char) c);
            }
        }
        return header.toString();
    }
}
