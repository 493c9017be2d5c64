namespace LiMeso.Atomistics.Meam;

/// <summary>
/// All that a second-nearest-neighbour MEAM potential of one element has: the energy is Σ_i F(ρ̄_i) + ½ Σ_i≠j S_ij φ(r_ij).
/// </summary>
/// <remarks>
/// Baskes, Phys. Rev. B 46 (1992) 2727; Lee &amp; Baskes, Phys. Rev. B 62 (2000) 8564; Lee, Baskes, Kim &amp; Cho, Phys. Rev. B 64 (2001) 184102.
/// Names and defaults of options are those of the LAMMPS documentation of <c>pair_style meam</c>.
/// </remarks>
public sealed record MeamParameters
{
    /// <summary>The element.</summary>
    public required string Element { get; init; }

    /// <summary>Molar mass, g/mol.</summary>
    public required double Mass { get; init; }

    /// <summary>The crystal that the pair potential is derived from.</summary>
    public required ReferenceLattice Lattice { get; init; }

    /// <summary>E_c, cohesive energy of the reference crystal, eV.</summary>
    public required double CohesiveEnergy { get; init; }

    /// <summary>r_e, distance of first neighbours in the reference crystal, Å.</summary>
    public required double NeighbourDistance { get; init; }

    /// <summary>α of the universal equation of state: α² = 9 B Ω / E_c.</summary>
    public required double Alpha { get; init; }

    /// <summary>A of the embedding energy.</summary>
    public required double EmbeddingStrength { get; init; }

    /// <summary>β0 … β3, how fast the atomic densities of order 0 … 3 decay with r/r_e.</summary>
    public required (double B0, double B1, double B2, double B3) Decay { get; init; }

    /// <summary>t1, t2, t3, weights of the partial densities; the augmentation of t1 by 3/5 t3 is already in where it is asked for.</summary>
    public required (double T1, double T2, double T3) Weights { get; init; }

    /// <summary>ρ0, scale of the atomic densities. It cancels in a pure element.</summary>
    public required double DensityScale { get; init; }

    /// <summary>Which function G(Γ) joins the partial densities: 0, 1, 3, 4 or −5 (<c>ibar</c>).</summary>
    public required int Ibar { get; init; }

    /// <summary>Where G of ibar 0 and 4 is continued smoothly instead of ending at Γ = −1 (<c>gsmooth_factor</c>).</summary>
    public double SmoothingFactor { get; init; } = 99;

    /// <summary>Form of the cubic term of the equation of state: 0, 1 or 2 (<c>erose_form</c>).</summary>
    public int RoseForm { get; init; }

    /// <summary>d of the equation of state in tension (<c>attrac</c>).</summary>
    public double Attraction { get; init; }

    /// <summary>d of the equation of state in compression (<c>repuls</c>).</summary>
    public double Repulsion { get; init; }

    /// <summary>Whether second neighbours count in the reference crystal (<c>nn2</c>).</summary>
    public bool SecondNeighbours { get; init; }

    /// <summary>C_min of the screening: an atom within that ellipse screens a pair wholly.</summary>
    public double ScreeningMinimum { get; init; } = 2;

    /// <summary>C_max of the screening: an atom beyond that ellipse does not screen.</summary>
    public double ScreeningMaximum { get; init; } = 2.8;

    /// <summary>r_c, where interactions end, Å.</summary>
    public double Cutoff { get; init; } = 4;

    /// <summary>Δr, width of the window below r_c over which they are switched off, Å.</summary>
    public double CutoffWidth { get; init; } = 0.1;

    /// <summary>
    /// Where the alternating series for the pair potential of a crystal with second neighbours is cut. LAMMPS takes 10 terms, which for lithium gives an energy of
    /// −1.649745 eV an atom instead of −1.65.
    /// </summary>
    public int SeriesTerms { get; init; } = 10;

    /// <summary>
    /// How far an atom can lie from one of a pair at distance r_c and still screen it, Å: C_max/(2√(C_max − 1)) r_c. No interaction reaches further.
    /// </summary>
    public double Reach => Math.Max(1, ScreeningMaximum / (2 * Math.Sqrt(ScreeningMaximum - 1))) * Cutoff;
}
