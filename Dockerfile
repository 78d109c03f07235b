# The two programs as images: docker build --target jobs . or --target dashboard . (docker-compose.yml does both, and
# with --target cluster a Spark cluster that runs the jobs)
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /luotsi
COPY .mvn .mvn
COPY pom.xml ./
COPY sql sql
COPY analytics-jobs analytics-jobs
COPY dashboard dashboard
RUN --mount=type=cache,target=/cache mvn --batch-mode package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmaven.repo.local=/cache/maven

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --create-home luotsi && install --directory --owner=luotsi /data
USER luotsi
WORKDIR /luotsi
ENV LUOTSI_DATA=/data
VOLUME /data

FROM runtime AS jobs
ENV LUOTSI_MEMORY=2g
COPY analytics-jobs/spark.jvm.args ./
COPY --from=build /luotsi/analytics-jobs/target/lib jars
COPY --from=build /luotsi/analytics-jobs/target/luotsi-analytics-jobs-1.0-SNAPSHOT.jar ./jobs.jar
# Spark's own copy of some DataSketches classes runs on this JDK, the library's doesn't: it must come first.
ENTRYPOINT ["sh", "-c", "exec java @spark.jvm.args -Xmx$LUOTSI_MEMORY -cp \"jobs.jar:$(echo jars/spark-catalyst_*.jar):jars/*\" city.luotsi.jobs.Jobs \"$@\"", "jobs"]

# Master, worker or a job on them: what is run says the first argument.
FROM jobs AS cluster
ENV SPARK_HOME=/luotsi JOBS_JAR=/luotsi/jobs.jar
COPY analytics-jobs/spark-cluster.conf ./
COPY analytics-jobs/cluster ./
ENTRYPOINT ["./cluster"]

FROM runtime AS dashboard
# Inside the container every address; which of the host's is published, docker-compose.yml says.
ENV SERVER_ADDRESS=0.0.0.0
COPY --from=build /luotsi/dashboard/target/luotsi-dashboard-1.0-SNAPSHOT.jar ./dashboard.jar
EXPOSE 8080
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "dashboard.jar"]
