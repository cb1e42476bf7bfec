namespace NnGen.Tests.Modules;

/// <summary>Embeddings that limit the norms of their vectors.</summary>
public class EmbeddingNormTests
{
    private static readonly Tensor<long> s_rows = Tensor<long>.From([2L, 0, 2]);

    [Fact]
    public void Training_writes_the_vectors_that_were_looked_up()
    {
        var embedding = new Embedding(4, 3, maxNorm: 0.5);
        var before = embedding.Weight.ToArray();
        var vectors = embedding.Call(s_rows);
        Assert.All(vectors.Norm(2, -1).ToArray(), norm => Assert.InRange(norm, 0, 0.5001f));
        Assert.Equal(vectors[0].ToArray(), embedding.Weight.ToArray()[6..9]);
        Assert.Equal(before[3..6], embedding.Weight.ToArray()[3..6]);
        Assert.Equal(before[9..], embedding.Weight.ToArray()[9..]);
    }

    [Fact]
    public void Evaluation_gives_the_same_and_writes_nothing()
    {
        var embedding = new Embedding(4, 3, maxNorm: 0.5);
        var before = embedding.Weight.ToArray();
        var predicted = embedding.Predict(s_rows).ToArray();
        Assert.Equal(before, embedding.Weight.ToArray());
        embedding.Eval();
        Assert.Equal(predicted, embedding.Call(s_rows).ToArray());
        Assert.Equal(before, embedding.Weight.ToArray());
        embedding.Train();
        Reference.CheckClose(predicted, embedding.Call(s_rows).ToArray());
        Assert.NotEqual(before, embedding.Weight.ToArray());
    }
}
