using BenchmarkDotNet.Running;
using LiMeso.Benchmarks.FiniteVolume;

// "fv1d" and "fv2d" are one side of a comparison with other programs (benchmarks/fv1d-vs-scipy, fv-vs-peers); all else are BenchmarkDotNet's arguments.
if (args is ["fv1d"]) return LineProblem.Run(repeats: 51);
if (args is ["fv2d", .. { Length: 4 } problem]) return PlaneProblem.Run(problem);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
