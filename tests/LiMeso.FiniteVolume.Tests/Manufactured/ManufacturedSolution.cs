using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.Manufactured;

/// <summary>A solution on the unit square with the diffusivity and the source that belong to it.</summary>
internal abstract class ManufacturedSolution
{
    /// <summary>Every one, by the name it has in mms_points.csv.</summary>
    public static IReadOnlyDictionary<string, ManufacturedSolution> All { get; } = new Dictionary<string, ManufacturedSolution>
    {
        ["M1_smooth"] = new Smooth(),
        ["M2_noflux"] = new NoFlux(),
        ["M3_interface_x"] = new Interface(),
        ["M4_corner"] = new Corner(),
        ["M5_anis_decay"] = new Decay(),
    };

    public abstract double Value(double x, double y, double t);

    public abstract double Diffusivity(double x, double y);

    public abstract double Source(double x, double y, double t);

    /// <summary>The problem on a mesh.</summary>
    public DiffusionProblem On(RectilinearMesh mesh)
    {
        double[] d = [.. Enumerable.Range(0, mesh.Cells).Select(cell => Diffusivity(mesh.Centre(cell).X, mesh.Centre(cell).Y))];
        var problem = new DiffusionProblem(mesh, new CellwiseDiffusivity(d), CellField.AtCentres("u", "1", mesh, (x, y) => Value(x, y, 0)));
        problem.Add(new SpaceTimeSource(Source));
        SetConditions(problem);
        return problem;
    }

    protected abstract void SetConditions(DiffusionProblem problem);

    private static void SetZero(DiffusionProblem problem, params ReadOnlySpan<Side> sides)
    {
        foreach (Side side in sides) problem[side] = BoundaryCondition.FixedValue(0);
    }

    // Values that vary along the sides: one condition per face.
    private sealed class Smooth : ManufacturedSolution
    {
        public override double Value(double x, double y, double t) => 1 + 0.5 * Math.Exp(-t) * Math.Sin(Math.PI * x + 0.3) * Math.Cos(Math.PI * y - 0.2);

        public override double Diffusivity(double x, double y) => 1 + 0.4 * x * x + 0.3 * Math.Sin(2 * Math.PI * y);

        public override double Source(double x, double y, double t)
        {
            double e = 0.5 * Math.Exp(-t), sx = Math.Sin(Math.PI * x + 0.3), cx = Math.Cos(Math.PI * x + 0.3), sy = Math.Sin(Math.PI * y - 0.2), cy = Math.Cos(Math.PI * y - 0.2);
            return e * ((2 * Math.PI * Math.PI * Diffusivity(x, y) - 1) * sx * cy - 0.8 * x * Math.PI * cx * cy + 0.6 * Math.PI * Math.Cos(2 * Math.PI * y) * Math.PI * sx * sy);
        }

        protected override void SetConditions(DiffusionProblem problem)
        {
            (Axis alongX, Axis alongY) = (problem.Mesh.X, problem.Mesh.Y!);
            Add(problem, Side.XMin, alongY, (s, t) => Value(0, s, t));
            Add(problem, Side.XMax, alongY, (s, t) => Value(1, s, t));
            Add(problem, Side.YMin, alongX, (s, t) => Value(s, 0, t));
            Add(problem, Side.YMax, alongX, (s, t) => Value(s, 1, t));
        }

        private static void Add(DiffusionProblem problem, Side side, Axis along, Func<double, double, double> value)
        {
            for (int k = 0; k < along.Cells; k++)
            {
                double centre = along.Centres[k];
                problem.Add(side, new BoundaryPart(BoundaryCondition.FixedValue(new FunctionOfTime(t => value(centre, t))), along.Nodes[k], along.Nodes[k + 1]));
            }
        }
    }

    private sealed class NoFlux : ManufacturedSolution
    {
        public override double Value(double x, double y, double t) => 2 + Math.Cos(Math.PI * x) * Math.Cos(2 * Math.PI * y) * Math.Exp(-t);

        public override double Diffusivity(double x, double y) => (1 + x) * Math.Exp(x * y);

        public override double Source(double x, double y, double t)
        {
            double d = Diffusivity(x, y), dx = Math.Exp(x * y) + y * d, dy = x * d, e = Math.Exp(-t);
            double cx = Math.Cos(Math.PI * x), sx = Math.Sin(Math.PI * x), cy = Math.Cos(2 * Math.PI * y), sy = Math.Sin(2 * Math.PI * y);
            return e * (-cx * cy + dx * Math.PI * sx * cy + dy * 2 * Math.PI * cx * sy + 5 * Math.PI * Math.PI * d * cx * cy);
        }

        protected override void SetConditions(DiffusionProblem problem)
        {
        }
    }

    // A boundary at x = 1/2: u and the flux across it are continuous, the slope jumps a thousandfold.
    private sealed class Interface : ManufacturedSolution
    {
        public override double Value(double x, double y, double t) => Math.Sin(2 * Math.PI * x) * Math.Cos(Math.PI * y) * Math.Exp(-t) / Diffusivity(x, y);

        public override double Diffusivity(double x, double y) => x < 0.5 ? 1 : 1000;

        public override double Source(double x, double y, double t) =>
            5 * Math.PI * Math.PI * Math.Sin(2 * Math.PI * x) * Math.Cos(Math.PI * y) * Math.Exp(-t) - Value(x, y, t);

        protected override void SetConditions(DiffusionProblem problem) => SetZero(problem, Side.XMin, Side.XMax);
    }

    // Four squares that meet in a point: D = a(x) b(y).
    private sealed class Corner : ManufacturedSolution
    {
        public override double Value(double x, double y, double t) => Math.Sin(2 * Math.PI * x) * Math.Sin(2 * Math.PI * y) * Math.Exp(-t) / Diffusivity(x, y);

        public override double Diffusivity(double x, double y) => (x < 0.5 ? 1 : 50) * (y < 0.5 ? 1 : 1.0 / 50);

        public override double Source(double x, double y, double t) =>
            8 * Math.PI * Math.PI * Math.Sin(2 * Math.PI * x) * Math.Sin(2 * Math.PI * y) * Math.Exp(-t) - Value(x, y, t);

        protected override void SetConditions(DiffusionProblem problem) => SetZero(problem, Side.XMin, Side.XMax, Side.YMin, Side.YMax);
    }

    private sealed class Decay : ManufacturedSolution
    {
        public override double Value(double x, double y, double t) => 1 + Math.Cos(Math.PI * x) * Math.Cos(3 * Math.PI * y) * Math.Exp(-10 * Math.PI * Math.PI * 0.35 * t);

        public override double Diffusivity(double x, double y) => 0.35;

        public override double Source(double x, double y, double t) => 0;

        protected override void SetConditions(DiffusionProblem problem)
        {
        }
    }
}
