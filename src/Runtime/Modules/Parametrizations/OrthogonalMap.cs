namespace NnGen;

/// <summary>How <see cref="Parametrizations.Orthogonal{TModule}"/> computes a matrix.</summary>
public enum OrthogonalMap
{
    /// <summary>exp(A) of a skew-symmetric A.</summary>
    MatrixExp,

    /// <summary>(I + A/2)(I - A/2)⁻¹ of a skew-symmetric A.</summary>
    Cayley,

    /// <summary>A product of Householder reflections.</summary>
    Householder,
}
