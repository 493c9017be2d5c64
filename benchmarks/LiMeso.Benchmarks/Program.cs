using BenchmarkDotNet.Running;
using LiMeso.Benchmarks;
using LiMeso.Benchmarks.FiniteVolume;

// "fv1d" and "fv2d" are one side of a comparison with other programs (benchmarks/fv1d-vs-scipy, fv-vs-peers), "fv2d-iterations" makes a table there,
// "second-core" measures what one brings; all else are BenchmarkDotNet's arguments.
if (args is ["fv1d"]) return LineProblem.Run(repeats: 51);
if (args is ["fv2d", .. { Length: 4 } problem]) return PlaneProblem.Run(problem);
if (args is ["fv2d-iterations", .. { Length: > 0 } cells]) return IterationTable.Run(cells);
if (args is ["second-core", .. { Length: 2 or 3 } workload]) return SecondCore.Run(workload);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
