package vn.daihoi.consultation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a stranger's browser sent with a form, read by us before anybody else does: nothing larger than a comment can be,
 * and nothing that isn't UTF-8, reaches the rest of the program.
 *
 * @param fields first value of each field; empty when there is a fault
 * @param fault what is wrong with the whole, null when nothing is
 */
record PublicForm(Map<String, String> fields, @Nullable Fault fault) {

    /** Attribute of the request that holds it. */
    static final String ATTRIBUTE = "vn.daihoi.publicForm";

    /**
     * A comment and a quotation of the greatest length, each letter of three bytes and each byte written with three
     * characters, take 55 kB.
     */
    static final int MOST_BYTES = 64 * 1024;

    /** A browser reads our answer only after it could send what it has to; for more than this it need not. */
    private static final int MOST_SWALLOWED = 2 * 1024 * 1024;

    private static final int MOST_FIELDS = 30;
    private static final String TYPE = "application/x-www-form-urlencoded";

    /** What can be wrong with the whole. */
    enum Fault {
        /** Too much of it. */
        TOO_LARGE,
        /** No form, or not in UTF-8. */
        UNREADABLE
    }

    private static PublicForm bad(Fault fault) {
        return new PublicForm(Map.of(), fault);
    }

    /** A field as typed; null when the form has none of this name. */
    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    /** Reads a form. */
    static PublicForm read(@Nullable String type, long length, InputStream body) throws IOException {
        if (length > MOST_BYTES) {
            swallow(body);
            return bad(Fault.TOO_LARGE);
        }
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return bad(Fault.UNREADABLE);
        }
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            swallow(body);
            return bad(Fault.TOO_LARGE);
        }
        try {
            return new PublicForm(Map.copyOf(parse(bytes)), null);
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            return bad(Fault.UNREADABLE);
        }
    }

    private static void swallow(InputStream body) throws IOException {
        var waste = new byte[8192];
        for (int left = MOST_SWALLOWED; left > 0; ) {
            int read = body.read(waste, 0, Math.min(left, waste.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static Map<String, String> parse(byte[] bytes) throws CharacterCodingException {
        var fields = new HashMap<String, String>();
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            int equals = -1;
            while (end < bytes.length && bytes[end] != '&') {
                if (bytes[end] == '=' && equals < 0) {
                    equals = end;
                }
                end++;
            }
            if (equals >= 0) {
                fields.putIfAbsent(decode(bytes, start, equals), decode(bytes, equals + 1, end));
                if (fields.size() > MOST_FIELDS) {
                    throw new IllegalArgumentException("More fields than any form of ours has");
                }
            }
            start = end + 1;
        }
        return fields;
    }

    /** Unlike the libraries' decoders, which put a question mark in place of what is broken. */
    private static String decode(byte[] bytes, int start, int end) throws CharacterCodingException {
        var plain = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            if (bytes[at] == '+') {
                plain.write(' ');
            } else if (bytes[at] == '%') {
                if (at + 2 >= end) {
                    throw new IllegalArgumentException("A percent sign at the end");
                }
                plain.write(digit(bytes[at + 1]) << 4 | digit(bytes[at + 2]));
                at += 2;
            } else {
                plain.write(bytes[at]);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(plain.toByteArray()))
                .toString();
    }

    private static int digit(byte letter) {
        int digit = Character.digit(letter, 16);
        if (digit < 0) {
            throw new IllegalArgumentException("No hexadecimal digit after a percent sign");
        }
        return digit;
    }

    /** Reads the forms before Spring Security and Spring MVC, which would take the parameters of any size. */
    static final class Reader extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getMethod().equals("POST")) {
                request.setAttribute(
                        ATTRIBUTE,
                        read(request.getContentType(), request.getContentLengthLong(), request.getInputStream()));
            }
            chain.doFilter(request, response);
        }
    }

    /** Puts the reader in front of the public pages. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<Reader> publicFormReader() {
            var registration = new FilterRegistrationBean<>(new Reader());
            registration.addUrlPatterns("/gop-y", "/gop-y/*");
            registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
            return registration;
        }
    }
}
