[Module]
public partial class LstmTagger(int embeddingDim, int hiddenDim, int vocabSize, int tagsetSize)
{
    private readonly Embedding wordEmbeddings = new(vocabSize, embeddingDim);
    private readonly LSTM lstm = new(embeddingDim, hiddenDim);
    private readonly Linear hidden2tag = new(hiddenDim, tagsetSize);

    public Tensor Forward([Shape("T")] Tensor<long> sentence)
    {
        var embeds = wordEmbeddings.Forward(sentence);
        var (lstmOut, _) = lstm.Forward(embeds.View(sentence.Size(0), 1, -1));
        var tagSpace = hidden2tag.Forward(lstmOut.View(sentence.Size(0), -1));
        return F.LogSoftmax(tagSpace, 1);
    }
}
