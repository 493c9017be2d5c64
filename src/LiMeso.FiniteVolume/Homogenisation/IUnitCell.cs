namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>What repeats in a periodic medium of two dimensions.</summary>
public interface IUnitCell
{
    /// <summary>Whether elements can be graded towards the edges of blocks, where the gradient may be singular.</summary>
    bool IsGraded { get; }

    /// <summary>The angle from the axes in which the cell is meshed to those of the result, rad; the medium is turned so far anticlockwise.</summary>
    double Orientation => 0;

    /// <summary>Number of elements of a mesh.</summary>
    /// <param name="level">See <see cref="Resolution"/>.</param>
    long ElementsAt(int level);

    /// <summary>Meshes the cell. Nowhere is the diffusivity of its elements less than the medium's, so that energies are upper bounds.</summary>
    /// <param name="medium">The medium, or its dual.</param>
    /// <param name="resolution">How finely.</param>
    PeriodicElements Mesh(Medium medium, Resolution resolution);
}
