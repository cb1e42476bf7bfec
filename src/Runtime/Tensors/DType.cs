namespace NnGen;

/// <summary>
/// The type of a tensor's elements. <see cref="Tensor"/> and <see cref="Tensor{T}"/> hold the first six; the others occur in files
/// and are held by <see cref="RawTensor"/>.
/// </summary>
public enum DType
{
    /// <summary>32-bit floating point: the type of <see cref="Tensor"/>.</summary>
    Float32,

    /// <summary>64-bit floating point.</summary>
    Float64,

    /// <summary>64-bit integer: indices and class labels.</summary>
    Int64,

    /// <summary>32-bit integer.</summary>
    Int32,

    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8,

    /// <summary>Boolean: masks.</summary>
    Bool,

    /// <summary>16-bit floating point (IEEE 754).</summary>
    Float16,

    /// <summary>16-bit floating point with the exponent of float32.</summary>
    BFloat16,

    /// <summary>8-bit floating point, 5 bits of exponent and 2 of mantissa.</summary>
    Float8E5M2,

    /// <summary>8-bit floating point, 4 bits of exponent and 3 of mantissa, without infinities.</summary>
    Float8E4M3FN,

    /// <summary>8-bit powers of two, without sign, zero and infinities.</summary>
    Float8E8M0FNU,

    /// <summary>8-bit floating point, 4 bits of exponent and 3 of mantissa, without infinities and negative zero.</summary>
    Float8E4M3FNUZ,

    /// <summary>8-bit floating point, 5 bits of exponent and 2 of mantissa, without infinities and negative zero.</summary>
    Float8E5M2FNUZ,

    /// <summary>6-bit floating point, 2 bits of exponent and 3 of mantissa, packed.</summary>
    Float6E2M3,

    /// <summary>6-bit floating point, 3 bits of exponent and 2 of mantissa, packed.</summary>
    Float6E3M2,

    /// <summary>4-bit floating point, 2 bits of exponent and 1 of mantissa, packed.</summary>
    Float4E2M1,

    /// <summary>Signed 8-bit integer.</summary>
    Int8,

    /// <summary>16-bit integer.</summary>
    Int16,

    /// <summary>Unsigned 16-bit integer.</summary>
    UInt16,

    /// <summary>Unsigned 32-bit integer.</summary>
    UInt32,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt64,

    /// <summary>Complex number of two float32.</summary>
    Complex64,

    /// <summary>Complex number of two float64.</summary>
    Complex128,
}
