package vn.daihoi.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what was filled in for rule parameters. They are only ever added. */
@Component
class RuleValueStore implements FilledValues {

    private final JdbcClient jdbc;

    RuleValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<FilledValue> newest(String tag, RuleParameter parameter) {
        return of(tag, parameter).stream().findFirst();
    }

    /** All that was filled in for a parameter, the newest first. */
    List<FilledValue> of(String tag, RuleParameter parameter) {
        return jdbc
                .sql("select * from rule_value where rule_set = :tag and parameter = :parameter")
                .param("tag", tag)
                .param("parameter", parameter.name())
                .query(RuleValueStore::read)
                .list()
                .stream()
                .sorted(Comparator.comparing(FilledValue::number).reversed())
                .toList();
    }

    /** Adds a row; false when there is one of its number, be it of somebody who was just as fast. */
    boolean add(FilledValue filled) {
        return jdbc.sql(
                                """
                                insert into rule_value (rule_set, parameter, number, value, basis, filled_by, filled_at)
                                values (:tag, :parameter, :number, :value, :basis, :by, :at)
                                on conflict do nothing""")
                        .param("tag", filled.ruleSet())
                        .param("parameter", filled.parameter().name())
                        .param("number", filled.number())
                        .param("value", filled.value())
                        .param("basis", filled.basis())
                        .param("by", filled.filled().by())
                        .param("at", Timestamp.from(filled.filled().at()))
                        .update()
                == 1;
    }

    private static FilledValue read(ResultSet row, int number) throws SQLException {
        return new FilledValue(
                row.getString("rule_set"),
                RuleParameter.valueOf(row.getString("parameter")),
                row.getInt("number"),
                row.getObject("value", Integer.class),
                row.getString("basis"),
                Signed.of(row, "filled"));
    }
}
