package io.kakou.benchmarks.kills;

import io.kakou.app.cluster.Part;
import java.util.List;
import java.util.random.RandomGenerator;

/** What is killed together. */
enum Target {
    TASK_MANAGER {
        @Override
        List<Part> parts(RandomGenerator random) {
            return List.of(random.nextBoolean() ? Part.TASK_MANAGER_1 : Part.TASK_MANAGER_2);
        }
    },
    JOB_MANAGER {
        @Override
        List<Part> parts(RandomGenerator random) {
            return List.of(Part.JOB_MANAGER);
        }
    },
    BROKER {
        @Override
        List<Part> parts(RandomGenerator random) {
            return List.of(Part.LOG);
        }
    },
    EVERYTHING {
        @Override
        List<Part> parts(RandomGenerator random) {
            return List.of(Part.values());
        }
    };

    abstract List<Part> parts(RandomGenerator random);
}
