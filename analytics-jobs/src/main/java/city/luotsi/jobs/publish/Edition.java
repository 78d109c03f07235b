package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.jobs.cube.LakeVersion;
import city.luotsi.jobs.place.DistrictFinder;
import city.luotsi.jobs.run.Sha256;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is about to be published.
 *
 * @param city the city's id, with {@code -demo} for a demonstration city
 * @param lakeVersion the version of the lake it was computed from
 * @param fingerprint of the lake's id, all definitions, the city pack and its districts' places: with the version, all that a publication says
 */
record Edition(String city, boolean demonstration, Instant createdAt, long lakeVersion, String fingerprint) {

    static String fingerprint(Definitions definitions, CityPack pack, DistrictFinder finder, LakeVersion lake) {
        return Sha256.of(Stream.concat(
                        Stream.of("kpi", "subject", "check")
                                .flatMap(folder -> definitions.sqlFiles(folder).stream())
                                .map(file -> file.origin() + "\n" + file.text()),
                        Stream.of(
                                definitions.texts("dimension", ".yaml").toString(),
                                definitions.text("snapshot/schema.sql").orElse(""),
                                pack.toString(),
                                finder.fingerprint(),
                                lake.id()))
                .collect(Collectors.joining("\n")));
    }
}
