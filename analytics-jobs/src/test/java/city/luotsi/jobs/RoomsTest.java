package city.luotsi.jobs;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: source, lake, cube, protect, publish. */
@AnalyzeClasses(packages = "city.luotsi.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule dataFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("jobs")
            .definedBy("city.luotsi.jobs")
            .layer("bench")
            .definedBy("city.luotsi.jobs.bench..")
            .layer("demo")
            .definedBy("city.luotsi.jobs.demo..")
            .layer("cli")
            .definedBy("city.luotsi.jobs.cli..")
            .layer("verify")
            .definedBy("city.luotsi.jobs.verify..")
            .layer("publish")
            .definedBy("city.luotsi.jobs.publish..")
            .layer("protect")
            .definedBy("city.luotsi.jobs.protect..")
            .layer("cube")
            .definedBy("city.luotsi.jobs.cube..")
            .layer("place")
            .definedBy("city.luotsi.jobs.place..")
            .layer("lake")
            .definedBy("city.luotsi.jobs.lake..")
            .layer("source")
            .definedBy("city.luotsi.jobs.source..")
            .layer("run")
            .definedBy("city.luotsi.jobs.run..")
            .whereLayer("jobs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("jobs", "bench")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("jobs", "demo", "bench")
            .whereLayer("verify")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("jobs", "demo", "cli", "verify", "bench")
            .whereLayer("protect")
            .mayOnlyBeAccessedByLayers("publish")
            .whereLayer("cube")
            .mayOnlyBeAccessedByLayers("protect", "publish", "verify", "bench")
            .whereLayer("place")
            .mayOnlyBeAccessedByLayers("cube", "publish", "verify", "bench")
            .whereLayer("lake")
            .mayOnlyBeAccessedByLayers("cube", "publish", "demo", "cli", "bench")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("lake", "demo", "cli")
            .as(
                    "data flows one way: source, lake, cube, protect, publish; demo and cli start it, bench measures it, run serves all");
}
