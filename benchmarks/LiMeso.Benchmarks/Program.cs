using BenchmarkDotNet.Running;
using LiMeso.Benchmarks.FiniteVolume;

// "fv1d" and "fv2d" are one side of a comparison with other programs (benchmarks/fv1d-vs-scipy, fv-vs-peers), "fv2d-iterations" makes a table there;
// all else are BenchmarkDotNet's arguments.
if (args is ["fv1d"]) return LineProblem.Run(repeats: 51);
if (args is ["fv2d", .. { Length: 4 } problem]) return PlaneProblem.Run(problem);
if (args is ["fv2d-iterations", .. { Length: > 0 } cells]) return IterationTable.Run(cells);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
