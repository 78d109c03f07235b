package city.luotsi.jobs.publish;

import static city.luotsi.jobs.publish.CandidateRows.row;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.place.DistrictFinder;
import city.luotsi.jobs.place.Outlines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A city pack as tables of a candidate. */
record PackTables(CandidateRows file) {

    void write(CityPack pack) throws SQLException {
        for (Map.Entry<String, List<Member>> members : pack.members().entrySet()) {
            file.execute(("create table \"%s\" (id text primary key, parent text, position integer not null,"
                            + " name_en text not null, name_fi text not null, name_sv text not null,"
                            + " confidentiality text, lon double, lat double)")
                    .formatted(members.getKey()));
            file.rows(
                    members.getKey(),
                    members.getValue(),
                    member -> row(
                            member.id(),
                            member.parent().orElse(null),
                            member.position(),
                            member.name().in(Locale.ENGLISH),
                            member.name().in(Locale.of("fi")),
                            member.name().in(Locale.of("sv")),
                            member.confidentiality()
                                    .map(level -> level.name().toLowerCase(Locale.ROOT))
                                    .orElse(null),
                            member.longitude().isPresent() ? member.longitude().getAsDouble() : null,
                            member.latitude().isPresent() ? member.latitude().getAsDouble() : null));
        }
        file.rows(
                "population",
                pack.population(),
                figure -> row(
                        figure.year(),
                        figure.district().orElse(null),
                        figure.ageGroup().orElse(null),
                        figure.residents()));
        file.rows(
                "target",
                pack.targets(),
                target -> row(
                        target.kpi(),
                        target.department().orElse(null),
                        target.from(),
                        target.value(),
                        target.decision()));
        file.rows(
                "holiday",
                pack.holidays(),
                holiday -> row(
                        holiday.day(),
                        holiday.name().in(Locale.ENGLISH),
                        holiday.name().in(Locale.of("fi")),
                        holiday.name().in(Locale.of("sv"))));
        file.rows(
                "priority",
                pack.priorities(),
                priority -> row(priority.service().orElse(null), priority.kpi().orElse(null), priority.value()));
    }

    /** The districts' outlines where the city gave them, and those of the major districts they make up. */
    void outlines(CityPack pack, DistrictFinder finder) throws SQLException {
        Map<String, Geometry> known = finder.outlines();
        Map<String, List<Geometry>> parts = new LinkedHashMap<>();
        List<List<@Nullable Object>> outlines = new ArrayList<>();
        for (Member district : pack.members("district")) {
            Geometry outline = known.get(district.id());
            if (outline != null) {
                outlines.add(row("district", district.id(), outline.toText()));
                district.parent()
                        .ifPresent(parent -> parts.computeIfAbsent(parent, id -> new ArrayList<>())
                                .add(outline));
            }
        }
        parts.forEach((parent, of) ->
                outlines.add(row("major_district", parent, Outlines.together(of).toText())));
        file.rows("outline", outlines, outline -> outline);
    }
}
