namespace NnGen.Tests.KernelTests;

internal static class RandomData
{
    /// <summary>Numbers uniform in [-1, 1).</summary>
    public static float[] Floats(this Random random, int count)
    {
        float[] data = new float[count];
        for (int i = 0; i < count; i++) data[i] = random.NextSingle() * 2f - 1f;
        return data;
    }

    public static bool Coin(this Random random) => random.Next(2) == 0;
}
