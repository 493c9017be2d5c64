using LiMeso.Atomistics.Dynamics;
using LiMeso.Core;
using static LiMeso.Atomistics.Minimisation.VectorAlgebra;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>
/// FIRE 2.0: dynamics of unit masses whose velocity is bent towards the force. The time step grows while the power F·v stays positive; when it turns negative, half a step is taken back and the motion starts anew.
/// </summary>
public sealed class Fire : IMinimiser
{
    // Parameters of Guénolé et al.; times in √(u Å²/eV). The stiffest modes of soft metals (some 3 eV/Å²) are stable up to a step of 1.1.
    private const double FirstStep = 0.1, LongestStep = 1.0, ShortestStep = 0.002, Growth = 1.1, Shrinkage = 0.5, FirstMixing = 0.25, MixingDecay = 0.99;
    private const int Delay = 20;

    /// <inheritdoc/>
    public string Source => "Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201; Guénolé et al., Comput. Mater. Sci. 175 (2020) 109584";

    /// <inheritdoc/>
    public IDescent Begin(IEnergyLandscape landscape, double[] x, MinimiserOptions options) => new Descent(landscape, x, options, null);

    /// <inheritdoc/>
    public IDescent Resume(IEnergyLandscape landscape, double[] x, MinimiserOptions options, SavedState state) => new Descent(landscape, x, options, state);

    private sealed class Descent : IDescent
    {
        private const string Name = "fire/";
        private readonly IEnergyLandscape _landscape;
        private readonly MinimiserOptions _options;
        private readonly double[] _x, _force, _velocity;
        private double _step = FirstStep, _mixing = FirstMixing, _moved;
        private int _downhill;

        public Descent(IEnergyLandscape landscape, double[] x, MinimiserOptions options, SavedState? state)
        {
            (_landscape, _options, _x) = (landscape, options, x);
            (_force, _velocity) = (new double[x.Length], new double[x.Length]);
            Evaluate(state is null ? 1 : Restore(state));
        }

        public MinimisationStep Reached { get; private set; }

        public void Advance()
        {
            int evaluations = Reached.Evaluations;
            if (evaluations >= _options.MaxEvaluations || !double.IsFinite(Reached.Energy))
                throw new ConvergenceException("FIRE minimisation (largest force in eV/Å)", evaluations, Reached.Residual, _options.Tolerance);

            if (Dot(_force, _velocity) > 0)
            {
                if (++_downhill > Delay)
                {
                    _step = Math.Min(_step * Growth, LongestStep);
                    _mixing *= MixingDecay;
                }
            }
            else
            {
                _downhill = 0;
                // A first step begins at rest: that is no reason for a shorter one.
                if (evaluations > Delay) _step = Math.Max(_step * Shrinkage, ShortestStep);
                _mixing = FirstMixing;
                AddScaled(_x, -0.5 * _moved, _velocity, _x);
                Array.Clear(_velocity);
            }

            Move();
            Evaluate(evaluations + 1);
        }

        public void Save(SavedState state)
        {
            state.Put(Name + "position", _x);
            state.Put(Name + "velocity", _velocity);
            state.Put(Name + "step", [_step, _mixing, _moved]);
            state.PutInteger(Name + "downhill", _downhill);
            state.PutInteger(Name + "evaluations", Reached.Evaluations);
        }

        private int Restore(SavedState state)
        {
            state.CopyTo(Name + "position", _x);
            state.CopyTo(Name + "velocity", _velocity);
            Span<double> step = stackalloc double[3];
            state.CopyTo(Name + "step", step);
            (_step, _mixing, _moved) = (step[0], step[1], step[2]);
            _downhill = (int)state.Integer(Name + "downhill");
            return (int)state.Integer(Name + "evaluations");
        }

        // v ← v + F Δt, then v ← (1 − α) v + α |v| F/|F|, then x ← x + v Δt: semi-implicit Euler with the mixing between.
        // The time for which the atoms move is less than Δt where they would go too far.
        private void Move()
        {
            AddScaled(_velocity, _step, _force, _velocity);
            Combine(1 - _mixing, _velocity, _mixing * Norm(_velocity) / Norm(_force), _force, _velocity);
            _moved = Math.Min(_step, _options.LargestStep / LargestMagnitude(_velocity));
            AddScaled(_x, _moved, _velocity, _x);
        }

        private void Evaluate(int evaluations)
        {
            double energy = _landscape.Evaluate(_x, _force);
            Reached = new MinimisationStep(evaluations, energy, _landscape.Residual);
        }
    }
}
