using LiMeso.Atomistics.Dynamics;
using LiMeso.Core;
using static LiMeso.Atomistics.Minimisation.VectorAlgebra;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>Nonlinear conjugate gradients, β = max(0, β of Polak and Ribière), which restarts along the force by itself when a direction has become useless.</summary>
public sealed class ConjugateGradients : IMinimiser
{
    // A length per force: the inverse of a soft metal's stiffness per atom, about 2 eV/Å². Only the first trial step depends on it.
    private const double FirstStep = 0.4;

    // A trial step is no longer than this many times the last one.
    private const double Boldness = 3;

    /// <inheritdoc/>
    public string Source => "Polak & Ribière, Rev. Fr. Inform. Rech. Opér. 3 (1969) 35; Gilbert & Nocedal, SIAM J. Optim. 2 (1992) 21";

    /// <inheritdoc/>
    public IDescent Begin(IEnergyLandscape landscape, double[] x, MinimiserOptions options) => new Descent(landscape, x, options, null);

    /// <inheritdoc/>
    public IDescent Resume(IEnergyLandscape landscape, double[] x, MinimiserOptions options, SavedState state) => new Descent(landscape, x, options, state);

    private sealed class Descent : IDescent
    {
        private const string Name = "conjugate-gradients/";
        private readonly IEnergyLandscape _landscape;
        private readonly MinimiserOptions _options;
        private readonly LineSearch _search;
        private readonly double[] _x, _force, _direction;
        private double _energy, _trial = FirstStep;
        private bool _alongForce = true;

        public Descent(IEnergyLandscape landscape, double[] x, MinimiserOptions options, SavedState? state)
        {
            (_landscape, _options, _x) = (landscape, options, x);
            (_force, _direction) = (new double[x.Length], new double[x.Length]);
            _search = new LineSearch(landscape, options);
            state?.CopyTo(Name + "position", x);
            _energy = _search.Start(x, _force, (int)(state?.Integer(Name + "evaluations") ?? 1));
            if (state is null) _force.CopyTo(_direction, 0);
            else Restore(state);
            SetReached();
        }

        public MinimisationStep Reached { get; private set; }

        public void Advance()
        {
            double slope = Dot(_force, _direction), step;
            if (slope > 0 && (step = _search.Go(_x, _force, _direction, ref _energy, _trial)) > 0)
            {
                double[] next = _search.Forces;
                double beta = Math.Max(0, (Dot(next, next) - Dot(next, _force)) / Dot(_force, _force));
                AddScaled(next, beta, _direction, _direction);
                next.CopyTo(_force, 0);
                // The next step gains about as much energy as this one did.
                _trial = Math.Min(Boldness * step, step * slope / Dot(_force, _direction));
                if (!(_trial > 0)) _trial = step;
                _alongForce = beta == 0;
            }
            else if (_alongForce || _search.Evaluations >= _options.MaxEvaluations)
            {
                throw new ConvergenceException("conjugate-gradient minimisation (largest force in eV/Å)", _search.Evaluations, Reached.Residual, _options.Tolerance);
            }
            else
            {
                _force.CopyTo(_direction, 0);
                (_alongForce, _trial) = (true, FirstStep);
            }

            SetReached();
        }

        public void Save(SavedState state)
        {
            state.Put(Name + "position", _x);
            state.Put(Name + "force", _force);
            state.Put(Name + "direction", _direction);
            state.Put(Name + "scalars", [_energy, _trial]);
            state.PutInteger(Name + "along-force", _alongForce ? 1 : 0);
            state.PutInteger(Name + "evaluations", _search.Evaluations);
        }

        // Energy and force too: where the last search led nowhere, they are older than the lists by which the point was evaluated last.
        private void Restore(SavedState state)
        {
            state.CopyTo(Name + "force", _force);
            state.CopyTo(Name + "direction", _direction);
            Span<double> scalars = stackalloc double[2];
            state.CopyTo(Name + "scalars", scalars);
            (_energy, _trial) = (scalars[0], scalars[1]);
            _alongForce = state.Integer(Name + "along-force") != 0;
        }

        private void SetReached() => Reached = new MinimisationStep(_search.Evaluations, _energy, _landscape.Residual);
    }
}
