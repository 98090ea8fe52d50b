package io.kakou.benchmarks.search;

/**
 * What searches came to.
 *
 * @param looks whose: planned, or stored footage's keyframes
 * @param times of the real rate
 * @param sightings of six hours in the table, children's included
 * @param aSecond of them
 * @param routes that were searched backwards
 * @param passedCameras that their children passed; {@code seenShare}: of these so many told of them
 * @param hops from one camera that saw the child to the one before that did
 * @param hopsInFirst10 share of hops whose true camera is among the first ten candidates
 * @param hopsFirst the same, being the very first
 * @param routesComplete share of routes that were followed so to the first camera that saw the child
 * @param routesToOrigin the same, that camera being where the child was lost
 * @param firstCandidatesSeconds from the search to its first ten candidates, median; {@code slowest} of all
 * @param followed cameras that the planner follows, with {@code cores}
 */
public record SearchFigures(
        String looks,
        int times,
        long sightings,
        double aSecond,
        int routes,
        int passedCameras,
        double seenShare,
        int hops,
        double hopsInFirst10,
        double hopsFirst,
        double routesComplete,
        double routesToOrigin,
        double firstCandidatesSeconds,
        double slowest,
        double cores,
        long followed) {}
