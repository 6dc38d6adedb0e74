package vn.daihoi.document.numbering;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The series of numbers under which bodies issue papers: without gaps, through a whole term (domain study §2.10, QĐ 399 of
 * 9/1/2026 and HD 05-HD/VPTW of 27/5/2026 as cited there). A number is taken only in the transaction that issues.
 */
@Component
public class Series {

    private final JdbcClient jdbc;

    Series(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a number is written: "Số 05-NQ/ĐU". */
    public static String written(int number, String numberCode, String body) {
        return String.format(Locale.ROOT, "Số %02d-%s/%s", number, numberCode, body);
    }

    /**
     * Takes the next number; it is given back when the transaction fails.
     *
     * @param unit id of the unit the body belongs to
     * @param body code of the issuing body, such as {@code TCT}
     * @param numberCode letters of the type of paper, such as {@code TB}
     * @param term of the body, such as {@code 2025–2030}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String unit, String body, String numberCode, String term) {
        return jdbc.sql(
                        """
                        insert into number_series (unit, body, number_code, term, last) values (?, ?, ?, ?, 1)
                        on conflict on constraint pk_number_series do update set last = number_series.last + 1
                        returning last""")
                .params(unit, body, numberCode, term)
                .query(Integer.class)
                .single();
    }
}
