package vn.daihoi.document.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.document.DraftParts;

/** Rows of targets, and how they go along with drafts. */
@Component
class IndicatorStore implements DraftParts {

    private static final String COLUMNS = "code, position, name, unit, kind, base, base_word, base_year, target, high,"
            + " out_of, target_word, year, owner, basis, clause_id";

    private final JdbcClient jdbc;

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Indicator> of(String version) {
        return jdbc.sql("select " + COLUMNS + " from indicator where version_id = :version order by position, code")
                .param("version", version)
                .query((row, line) -> indicator(row))
                .list();
    }

    /** Keeps everybody else from changing the document or its drafts until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String document) {
        jdbc.sql("select id from document where id = :id for update")
                .param("id", document)
                .query(String.class)
                .list();
    }

    void insert(String version, Indicator row) {
        jdbc.sql("insert into indicator (version_id, " + COLUMNS + ") values (:version, :code, :position, :name, :unit,"
                        + " :kind, :base, :baseWord, :baseYear, :target, :high, :outOf, :targetWord, :year, :owner, :basis,"
                        + " :clause)")
                .param("version", version)
                .param("code", row.code())
                .param("position", row.position())
                .param("name", row.name())
                .param("unit", row.unit())
                .param("kind", row.kind().name())
                .param("base", row.base(), Types.NUMERIC)
                .param("baseWord", row.baseWord())
                .param("baseYear", row.baseYear(), Types.INTEGER)
                .param("target", row.target(), Types.NUMERIC)
                .param("high", row.high(), Types.NUMERIC)
                .param("outOf", row.outOf(), Types.NUMERIC)
                .param("targetWord", row.targetWord())
                .param("year", row.year(), Types.INTEGER)
                .param("owner", row.owner())
                .param("basis", row.basis())
                .param("clause", row.clauseId(), Types.BIGINT)
                .update();
    }

    boolean delete(String version, String code) {
        return jdbc.sql("delete from indicator where version_id = :version and code = :code")
                        .param("version", version)
                        .param("code", code)
                        .update()
                == 1;
    }

    /** Whether a clause of a version bears this id. */
    boolean hasClause(String version, long clause) {
        return jdbc.sql("select exists (select 1 from clause where version_id = :version and id = :clause)")
                .param("version", version)
                .param("clause", clause)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void draftMade(String draft, @Nullable String from) {
        if (from != null) {
            jdbc.sql("insert into indicator (version_id, " + COLUMNS + ") select :draft, " + COLUMNS
                            + " from indicator where version_id = :from")
                    .param("draft", draft)
                    .param("from", from)
                    .update();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rebased(String draft, @Nullable String formerBase, String newBase) {
        var merged = TableDifference.merged(formerBase == null ? List.of() : of(formerBase), of(draft), of(newBase));
        jdbc.sql("delete from indicator where version_id = :draft")
                .param("draft", draft)
                .update();
        merged.forEach(row -> insert(draft, row));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clausesRenamed(String draft, Map<Long, Long> renamed) {
        jdbc.sql(
                        """
                        update indicator i set clause_id = n.now
                        from unnest(?::bigint[], ?::bigint[]) as n (former, now)
                        where i.version_id = ? and i.clause_id = n.former and n.former <> n.now""")
                .param(renamed.keySet().toArray(Long[]::new))
                .param(renamed.values().toArray(Long[]::new))
                .param(draft)
                .update();
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                Indicator.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("base"),
                row.getString("base_word"),
                row.getObject("base_year", Integer.class),
                row.getBigDecimal("target"),
                row.getBigDecimal("high"),
                row.getBigDecimal("out_of"),
                row.getString("target_word"),
                row.getObject("year", Integer.class),
                row.getString("owner"),
                row.getString("basis"),
                row.getObject("clause_id", Long.class),
                row.getInt("position"));
    }
}
