using BenchmarkDotNet.Running;
using LiMeso.Benchmarks.FiniteVolume;

// "fv1d" is one side of a comparison with another program (benchmarks/fv1d-vs-scipy); all else are BenchmarkDotNet's arguments.
if (args is ["fv1d"]) return LineProblem.Run(repeats: 51);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
